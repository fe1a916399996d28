package se.framsteg.group;

import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.shared.CaseId;

/**
 * That somebody takes part in a group.
 *
 * @param agreedName what the leaders call the person instead of the own name; may be empty
 */
public record Enrolment(
        EnrolmentId id,
        GroupId group,
        CaseId caseId,
        String agreedName,
        LocalDate from,
        Optional<End> end,
        int version) {
    /** At most so many characters. */
    public static final int LONGEST_NAME = 100;

    public enum EndReason {
        GOAL_REACHED,
        OWN_WISH,
        HEALTH,
        OTHER_EFFORT,
        OTHER,
        /** It was never meant: the leaders no longer see the person, and the activity is withdrawn. */
        MISTAKE,
        /** Set by the end of the case, never chosen. */
        CASE_ENDED
    }

    public record End(LocalDate on, EndReason reason) {}

    /** Whether it was saved as this says. */
    boolean is(GroupId otherGroup, String otherName, LocalDate otherFrom) {
        return group.equals(otherGroup) && agreedName.equals(otherName) && from.equals(otherFrom);
    }

    @Override
    public String toString() {
        return "enrolment " + id;
    }
}
