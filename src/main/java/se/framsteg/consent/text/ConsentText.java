package se.framsteg.consent.text;

import java.util.Map;
import se.framsteg.consent.Kind;
import se.framsteg.ui.Language;

/**
 * What the form for consent says in one language. Whole sentences, with nothing to fill in.
 *
 * @param code of the language as we name it; easy Swedish is {@code sv-lattlast}
 * @param name what those who read it call it
 * @param language that it is written in
 * @param kinds every kind that this version names, in the order in which the person meets them
 */
public record ConsentText(
        int version,
        String code,
        String name,
        Language language,
        Explained explained,
        Form form,
        Map<Kind, KindText> kinds) {

    /**
     * What consent means here: the person lifts the secrecy that protects the person (OSL 10 kap. 1 § and 12 kap. 2 §).
     *
     * @param choice that one may say no, or yes to a part, and is helped anyway
     * @param stop that one may stop at any time, at once
     * @param readers who reads, and that it is written down
     * @param law the paragraphs
     */
    public record Explained(String title, String meaning, String choice, String stop, String readers, String law) {}

    /** What stands at the places to fill in. */
    public record Form(
            String from,
            String how,
            String what,
            String yes,
            String no,
            String another,
            String purposeTitle,
            String purpose,
            String morePurpose,
            String until,
            String interpreter,
            String name,
            String signature,
            String date,
            String keep,
            String foot) {}

    /** A kind of information in the person's words. */
    public record KindText(String name, String meaning) {}

    /** Whether somebody who has the language as their own has read the text through. */
    public boolean reviewed() {
        return language.reviewed();
    }

    public boolean rightToLeft() {
        return language.direction().equals("rtl");
    }
}
