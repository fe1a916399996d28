package se.framsteg.consent.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A scanned paper is pages and nothing else. A PDF that runs something, starts something, or carries other files is not taken.
 * It is looked for in the file as a reader of PDF builds it, packed objects included, and once more in the file's own text, which
 * tells of parts that readers disagree about.
 */
final class PdfContent {
    private static final Set<String> ACTS = Set.of(
            "JavaScript",
            "JS",
            "Launch",
            "EmbeddedFile",
            "EmbeddedFiles",
            "OpenAction",
            "AA",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "RichMedia",
            "Rendition",
            "Movie",
            "XFA",
            "FileAttachment");

    private static final String START = "%PDF-";
    private static final String END = "%%EOF";

    /** A name ends at a blank or at one of the signs that PDF gives a meaning. */
    private static final Pattern NAME = Pattern.compile("/([^\\s\\x00()<>\\[\\]{}/%]{2,60})");

    private static final Pattern HEX = Pattern.compile("#([0-9A-Fa-f]{2})");

    private PdfContent() {}

    /**
     * The key of the text that tells why it is not taken; empty if it is. What is made to do so takes much memory and time: see
     * {@link OwnProcess}.
     */
    static Optional<String> problem(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var own = PackedParts.without(text);
        if (textNamesAct(own)) {
            return Optional.of("scan.acts");
        }
        // Also before its end, of which a file can have several. It begins as every PDF does.
        if (FileEnd.isMore(own.substring(Math.min(own.length(), START.length())))) {
            return Optional.of("scan.more-than-paper");
        }
        try (var document = Loader.loadPDF(file)) {
            if (document.isEncrypted()) {
                return Optional.of("scan.locked");
            }
            return namesAct(document)
                    ? Optional.of("scan.acts")
                    : FileEnd.problem(file, end(text), "scan.more-than-paper");
        } catch (InvalidPasswordException _) {
            return Optional.of("scan.locked");
        } catch (IOException | RuntimeException | StackOverflowError _) {
            return Optional.of("scan.damaged");
        }
    }

    private static OptionalInt end(String text) {
        int last = text.lastIndexOf(END);
        return OptionalInt.of(last < 0 ? text.length() : last + END.length());
    }

    private static boolean textNamesAct(String text) {
        return NAME.matcher(text)
                .results()
                .map(name -> HEX.matcher(name.group(1))
                        .replaceAll(hex ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16)))))
                .anyMatch(ACTS::contains);
    }

    private static boolean namesAct(PDDocument document) throws IOException {
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        var left = new ArrayDeque<COSBase>();
        left.add(document.getDocument().getTrailer());
        document.getDocument().getXrefTable().keySet().stream()
                .map(document.getDocument()::getObjectFromPool)
                .forEach(left::add);
        while (!left.isEmpty()) {
            var next = left.removeLast();
            if (seen.add(next)) {
                if (next instanceof COSName name && ACTS.contains(name.getName())) {
                    return true;
                }
                add(next, left);
            }
        }
        return false;
    }

    private static void add(COSBase of, ArrayDeque<COSBase> left) {
        switch (of) {
            case COSObject object when object.getObject() != null -> left.add(object.getObject());
            case COSDictionary dictionary ->
                dictionary.entrySet().forEach(entry -> {
                    left.add(entry.getKey());
                    left.add(entry.getValue());
                });
            case COSArray array ->
                array.toList().stream().filter(Objects::nonNull).forEach(left::add);
            default -> {}
        }
    }
}
