package se.framsteg.assessment.radar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Breaks a text into lines without knowing the font. Widths are estimated from DejaVu Sans, wider than nearly all fonts
 * a page may end up in, so that the real text needs less room than was set aside.
 */
public final class Letters {

    private static final String SOFT_HYPHEN = "\u00AD";
    private static final String BREAKS_BY_ITSELF = "-/";
    private static final double WIDEST = 1;

    /** The width of each Latin letter as a share of the font's size. */
    private static final double[] SHARES = shares();

    private static final int FEWEST_LETTERS_OF_A_PART = 4;

    private Letters() {}

    /**
     * A text as lines.
     *
     * @param torn whether a word had to be divided where no joint was found
     */
    public record Lines(List<String> texts, boolean torn) {}

    /** The estimated width of a text. */
    static double width(CharSequence text, double font) {
        double shares = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            shares += letter < SHARES.length ? SHARES[letter] : WIDEST;
        }
        return font * shares;
    }

    private static double[] shares() {
        double[] shares = new double[0x180];
        Arrays.setAll(shares, letter -> Character.isUpperCase(letter) ? 0.77 : 0.64);
        set(shares, "iljI.,:;'|! ", 0.35);
        set(shares, "ftr-/()[]\"", 0.42);
        set(shares, "csz", 0.56);
        set(shares, "mwMWÆŒ%@", WIDEST);
        set(shares, SOFT_HYPHEN, 0);
        return shares;
    }

    private static void set(double[] shares, String letters, double share) {
        letters.chars().forEach(letter -> shares[letter] = share);
    }

    /** Lines no wider than the longest one allowed, as few as can be, and as even as can be if no word is divided. */
    public static Lines wrap(String text, double font, double longest) {
        double longestWord = widest(List.of(words(text)), font);
        Lines lines = fill(text, font, longest);
        Lines narrower = lines;
        while (narrower.texts().size() == lines.texts().size()) {
            lines = narrower;
            double line = widest(lines.texts(), font) - 0.1;
            if (line < longestWord) {
                break;
            }
            narrower = fill(text, font, line);
        }
        return lines;
    }

    /** The estimated width of the widest of some texts. */
    static double widest(List<String> texts, double font) {
        return texts.stream().mapToDouble(text -> width(text, font)).max().orElse(0);
    }

    private static String[] words(String text) {
        return text.strip().split("\\s+", -1);
    }

    private static Lines fill(String text, double font, double longest) {
        List<String> lines = new ArrayList<>();
        boolean torn = false;
        String line = "";
        for (String word : words(text)) {
            String joined = line.isEmpty() ? word : line + " " + word;
            if (width(joined, font) <= longest) {
                line = joined;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            Lines parts = divide(word, font, longest);
            lines.addAll(parts.texts().subList(0, parts.texts().size() - 1));
            line = parts.texts().getLast();
            torn |= parts.torn();
        }
        lines.add(line);
        return new Lines(lines.stream().map(it -> it.replace(SOFT_HYPHEN, "")).toList(), torn);
    }

    private static Lines divide(String word, double font, double longest) {
        List<String> parts = new ArrayList<>();
        boolean torn = false;
        String rest = word;
        while (width(rest, font) > longest) {
            int most = longestPart(rest, font, longest);
            OptionalInt joint = joint(rest, most);
            torn |= joint.isEmpty();
            parts.add(withHyphen(rest.substring(0, joint.orElse(most))));
            rest = rest.substring(joint.orElse(most));
        }
        parts.add(rest);
        return new Lines(parts, torn);
    }

    private static String withHyphen(String part) {
        return BREAKS_BY_ITSELF.indexOf(part.charAt(part.length() - 1)) >= 0 ? part : part + "-";
    }

    /** The end of the longest part that leaves room for a hyphen; at least one letter. */
    private static int longestPart(String word, double font, double longest) {
        int end = word.offsetByCodePoints(0, 1);
        while (width(word.substring(0, word.offsetByCodePoints(end, 1)) + "-", font) <= longest) {
            end = word.offsetByCodePoints(end, 1);
        }
        return end;
    }

    /** The last soft hyphen, hyphen or slash, else the last s that joins two parts, as it does in most Swedish compounds. */
    private static OptionalInt joint(String word, int most) {
        OptionalInt marked = backwards(most).filter(end -> isMarked(word, end)).findFirst();
        return marked.isPresent()
                ? marked
                : backwards(most).filter(end -> isJoined(word, end)).findFirst();
    }

    private static IntStream backwards(int most) {
        return IntStream.iterate(most, end -> end > 0, end -> end - 1);
    }

    private static boolean isMarked(String word, int at) {
        return word.startsWith(SOFT_HYPHEN, at) || BREAKS_BY_ITSELF.indexOf(word.charAt(at - 1)) >= 0;
    }

    private static boolean isJoined(String word, int at) {
        return at >= FEWEST_LETTERS_OF_A_PART
                && word.length() - at >= FEWEST_LETTERS_OF_A_PART
                && word.charAt(at - 1) == 's'
                && "bcdfghjklmnpqrvwxz".indexOf(word.charAt(at)) >= 0;
    }
}
