package se.framsteg.print;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Which signs our fonts can print, and what becomes of others: people type whatever their telephones offer. */
final class Signs {
    private static final String ABSENT = "\u25A1";

    private static final List<CmapLookup> FONTS =
            PrintFonts.regular().map(Signs::signs).toList();

    private Signs() {}

    /** The text without pictures that no font of ours has, and with an empty square for each such letter. */
    static String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            if (isKnown(sign)) {
                printable.appendCodePoint(sign);
            } else if (!isPicture(sign)) {
                printable.append(ABSENT);
            }
        });
        return printable.toString();
    }

    private static boolean isKnown(int sign) {
        return Character.isWhitespace(sign) || FONTS.stream().anyMatch(font -> font.getGlyphId(sign) != 0);
    }

    /** Also what only tells how the picture before it looks. */
    private static boolean isPicture(int sign) {
        return Character.isEmoji(sign)
                || Character.isExtendedPictographic(sign)
                || Character.getType(sign) == Character.FORMAT
                || Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    private static CmapLookup signs(String file) {
        try (var font = requireNonNull(Signs.class.getResourceAsStream(file))) {
            return new TTFParser()
                    .parse(new RandomAccessReadBuffer(font.readAllBytes()))
                    .getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
