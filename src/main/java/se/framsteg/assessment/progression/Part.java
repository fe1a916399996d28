package se.framsteg.assessment.progression;

import java.util.List;

/**
 * One thing that a picture says, as sentences in the reader's language.
 *
 * @param lead a sentence about those that follow; empty if none
 * @param sentences one for each area, or one that names several; empty if the lead says it all
 */
public record Part(Kind kind, String title, String lead, List<String> sentences) {
    /** In the order in which they are read: strengths first. */
    public enum Kind {
        GROWN,
        ALSO_GROWN,
        STRONG,
        DIFFERENT,
        STILL,
        SMALL,
        HARDER,
        NOT_COMPARED,
        /** What the participant is not asked about. */
        CASEWORKERS_OWN;

        /** Whether it is what the two begin with. */
        public boolean strength() {
            return this == GROWN || this == ALSO_GROWN || this == STRONG;
        }
    }
}
