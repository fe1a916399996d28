package se.framsteg.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that pages are written in. Which face of the product has which is told by {@link Face}. */
public enum Language {
    SWEDISH("sv-SE", "Svenska", true),
    ENGLISH("en-GB", "English", true),
    ARABIC("ar-u-nu-latn", "العربية", false),
    SOMALI("so", "Soomaali", false),
    UKRAINIAN("uk", "Українська", false),
    PERSIAN("fa-u-nu-latn", "فارسی / دری", false);

    private final Locale locale;
    private final String ownName;
    private final boolean reviewed;

    Language(String tag, String ownName, boolean reviewed) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
        this.reviewed = reviewed;
    }

    /** The language of this code; empty if we don't write in it. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /**
     * The language that somebody who prefers another can be offered.
     *
     * @param preferred a code of ISO 639, such as {@code prs} for Dari, which is written like Persian
     */
    public static Optional<Language> near(String preferred) {
        return of(preferred.equals("prs") ? "fa" : preferred);
    }

    /** As in the {@code lang} attribute and in the names of text files. */
    public String code() {
        return locale.getLanguage();
    }

    /** How dates and numbers are written: by the Gregorian calendar, and with Western digits, as on forms in Sweden. */
    public Locale locale() {
        return locale;
    }

    /** As in the {@code dir} attribute. */
    public String direction() {
        return this == ARABIC || this == PERSIAN ? "rtl" : "ltr";
    }

    /** What those who read it call it. */
    public String ownName() {
        return ownName;
    }

    /** Whether somebody who has it as their own language has read the texts through. Pages in any other say so. */
    public boolean reviewed() {
        return reviewed;
    }
}
