package se.framsteg.assessment.instrument;

import java.util.Locale;

/** Who answers a sheet. The two answer on their own, and their scores are shown side by side, never merged. */
public enum Respondent {
    /** The person, about the own situation. */
    PARTICIPANT,
    /** The person's caseworker, about the person and about the own belief in the person. */
    CASEWORKER;

    /** The name of this respondent in an instrument file: {@code participant} or {@code caseworker}. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
