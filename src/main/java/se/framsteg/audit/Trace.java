package se.framsteg.audit;

import org.jspecify.annotations.Nullable;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Id;
import se.framsteg.shared.ParticipantId;

/**
 * What was seen or changed, by ids alone: the thing itself, and the case and person that it concerns.
 *
 * @param kind the kind of thing, for example {@code case}
 */
public record Trace(
        String kind,
        @Nullable Id id,
        @Nullable AssociationId association,
        @Nullable CaseId caseId,
        @Nullable ParticipantId participant) {

    /** A trace of a case as a whole. */
    public static Trace ofCase(CaseId id, AssociationId association, ParticipantId participant) {
        return new Trace("case", id, association, id, participant);
    }

    /** A trace of something that concerns no single person. */
    public static Trace of(String kind, @Nullable Id id, @Nullable AssociationId association) {
        return new Trace(kind, id, association, null, null);
    }

    /** The trace of another thing that concerns the same case and person. */
    public Trace as(String otherKind, Id other) {
        return new Trace(otherKind, other, association, caseId, participant);
    }
}
