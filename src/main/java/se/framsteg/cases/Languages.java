package se.framsteg.cases;

import java.util.List;

/** The languages to choose from, as ISO 639 codes; each has its text under {@code language.CODE}. */
public final class Languages {
    /** Swedish first, then the more common in Sweden, then "another" ({@code und}). */
    public static final List<String> CODES = List.of(
            "sv", "swl", "en", "ar", "so", "fa", "prs", "ti", "uk", "ckb", "kmr", "bs", "tr", "pl", "ru", "es", "th",
            "fi", "fr", "ps", "sq", "vi", "zh", "und");

    private Languages() {}

    static String known(String code) {
        return CODES.contains(code) ? code : "und";
    }
}
