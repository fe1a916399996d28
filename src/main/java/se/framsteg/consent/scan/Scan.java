package se.framsteg.consent.scan;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scanned paper as it was handed in. What it is, its own first bytes tell: neither its name nor what the browser calls it
 * counts. It is kept as it is, and only ever given out as a file to save.
 */
public final class Scan {
    /** In bytes: more than ten pages scanned in colour, and what the table takes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    /** In two parts, so that no scanner mistakes this program for the test file that every scanner knows. */
    private static final byte[] TEST_VIRUS =
            ("EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE").getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private @Nullable Optional<String> looked;

    public Scan(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The key of the text that tells why it is not taken; empty if it is. It is looked through the first time, which can take some
     * seconds: nothing else is to wait for it meanwhile, a transaction least of all.
     */
    public Optional<String> problem() {
        var known = looked;
        if (known == null) {
            known = look(bytes);
            looked = known;
        }
        return known;
    }

    /** Looks it through, for whoever does not want to wait for it later. */
    public void lookThrough() {
        looked = problem();
    }

    private static Optional<String> look(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.of("scan.empty");
        }
        if (bytes.length > LARGEST) {
            return Optional.of("scan.too-large");
        }
        if (Bytes.find(bytes, TEST_VIRUS, 0) >= 0) {
            return Optional.of("scan.infected");
        }
        return FileType.of(bytes).map(type -> type.problem(bytes)).orElse(Optional.of("scan.type"));
    }

    /**
     * What it is by its own first bytes.
     *
     * @throws IllegalStateException if it is nothing that is taken, see {@link #problem}
     */
    public String mediaType() {
        return FileType.of(bytes).orElseThrow(IllegalStateException::new).mediaType();
    }

    /** Its size alone. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
