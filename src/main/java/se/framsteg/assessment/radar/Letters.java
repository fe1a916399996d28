package se.framsteg.assessment.radar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Breaks a text into lines without knowing the font. Widths are estimated from DejaVu Sans, wider than nearly all fonts
 * a page may end up in, so that the real text needs less room than was set aside.
 */
final class Letters {

    private static final String SOFT_HYPHEN = "\u00AD";
    private static final String BREAKS_BY_ITSELF = "-/";
    private static final int FEWEST_LETTERS_OF_A_PART = 4;

    private Letters() {}

    /** The estimated width of a text. */
    static double width(String text, double font) {
        return font * text.codePoints().mapToDouble(Letters::share).sum();
    }

    private static double share(int letter) {
        if (letter == SOFT_HYPHEN.charAt(0)) {
            return 0;
        }
        if ("iljI.,:;'|! ".indexOf(letter) >= 0) {
            return 0.35;
        }
        if ("ftr-/()[]\"".indexOf(letter) >= 0) {
            return 0.42;
        }
        if ("csz".indexOf(letter) >= 0) {
            return 0.56;
        }
        if ("mwMWÆŒ%@—".indexOf(letter) >= 0 || letter > 0x2E7F) {
            return 1.0;
        }
        return Character.isUpperCase(letter) ? 0.77 : 0.64;
    }

    /** Lines no wider than the longest one allowed, as few as can be, and as even as can be if no word is divided. */
    static List<String> wrap(String text, double font, double longest) {
        List<String> lines = fill(text, font, longest);
        double longestWord = Arrays.stream(words(text))
                .mapToDouble(word -> width(word, font))
                .max()
                .orElse(0);
        List<String> narrower = lines;
        for (double line = longest; line >= longestWord && narrower.size() == lines.size(); line -= font / 4) {
            lines = narrower;
            narrower = fill(text, font, line);
        }
        return lines.stream().map(line -> line.replace(SOFT_HYPHEN, "")).toList();
    }

    private static String[] words(String text) {
        return text.strip().split("\\s+", -1);
    }

    private static List<String> fill(String text, double font, double longest) {
        List<String> lines = new ArrayList<>();
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
            line = divide(word, font, longest, lines);
        }
        lines.add(line);
        return lines;
    }

    /** Adds the parts of a word that fill a line each and returns the rest of it. */
    private static String divide(String word, double font, double longest, List<String> lines) {
        String rest = word;
        while (width(rest, font) > longest) {
            int cut = cut(rest, longestPart(rest, font, longest));
            String part = rest.substring(0, cut);
            lines.add(BREAKS_BY_ITSELF.indexOf(part.charAt(cut - 1)) >= 0 ? part : part + "-");
            rest = rest.substring(cut);
        }
        return rest;
    }

    private static int longestPart(String word, double font, double longest) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, next) + "-", font) > longest) {
                return end;
            }
            end = next;
        }
        return word.offsetByCodePoints(end, -1);
    }

    /**
     * At a soft hyphen, a hyphen or a slash if there is one, else after the s that joins most Swedish compounds, else
     * where the line is full.
     */
    private static int cut(String word, int most) {
        return IntStream.iterate(most, end -> end > 0, end -> end - 1)
                .filter(end -> isMarked(word, end))
                .findFirst()
                .orElseGet(() -> IntStream.iterate(most, end -> end >= FEWEST_LETTERS_OF_A_PART, end -> end - 1)
                        .filter(end -> isJoined(word, end))
                        .findFirst()
                        .orElse(most));
    }

    private static boolean isMarked(String word, int at) {
        return word.startsWith(SOFT_HYPHEN, at) || BREAKS_BY_ITSELF.indexOf(word.charAt(at - 1)) >= 0;
    }

    private static boolean isJoined(String word, int at) {
        return word.charAt(at - 1) == 's'
                && word.length() - at >= FEWEST_LETTERS_OF_A_PART
                && "bcdfghjklmnpqrvwxz".indexOf(word.charAt(at)) >= 0;
    }
}
