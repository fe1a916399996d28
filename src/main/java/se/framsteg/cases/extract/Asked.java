package se.framsteg.cases.extract;

import se.framsteg.shared.CaseId;
import se.framsteg.shared.ParticipantId;

/**
 * Whose extract is asked for, and for whom.
 *
 * @param language of texts that are not people's own, such as questions
 */
public record Asked(CaseId caseId, ParticipantId participant, Reader reader, String language) {
    /** Who will read it: what one may not know of the other's answers yet is left out. */
    public enum Reader {
        PERSON,
        /** Whoever has the case. */
        STAFF,
        /** Whoever leads the initiative and does not have the case. */
        LEAD,
        /** Nobody now: it is kept when the case itself is disposed of, and holds everything but what the person has to themselves. */
        ARCHIVE
    }
}
