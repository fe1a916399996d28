package se.framsteg.initiative.document;

import java.util.Optional;

/** A paper as it was handed in. */
final class Paper {
    /** In bytes: a long report with pictures, and what the table takes. */
    static final int LARGEST = 10 * 1024 * 1024;

    private final byte[] bytes;

    /** @param bytes no more than one more than {@link #LARGEST} */
    Paper(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    Optional<PaperType> type() {
        return PaperType.of(bytes);
    }

    /** The key of the text that tells why it is not taken; empty if it is. */
    Optional<String> problem() {
        if (bytes.length == 0) {
            return Optional.of("document.file.required");
        }
        if (bytes.length > LARGEST) {
            return Optional.of("document.file.too-large");
        }
        return type().isEmpty() ? Optional.of("document.file.type") : Optional.empty();
    }

    /** Its size alone. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
