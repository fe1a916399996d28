package se.framsteg.plan;

import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.shared.OrganisationId;

/**
 * An organisation that can have a part in a plan, and whether it may know of the plan.
 *
 * @param saidOn the day on which the person said no; empty of all others
 */
public record Party(OrganisationId id, String name, Knows knows, Optional<LocalDate> saidOn) {
    /** In the order in which they are told. */
    public enum Knows {
        /** It keeps the case, and needs no yes. */
        OWN,
        /** The person has said yes to its knowing of the plan. */
        YES,
        /** The person has said no to it, and is not pressed. */
        NO,
        /** The person has not been asked whether it may know of the plan, though it has to do with the case. */
        ASK,
        /** It has nothing to do with the case as far as anybody knows. */
        STRANGER
    }

    /** Whether it may be called, be given the plan and be told what it is to do. */
    public boolean may() {
        return knows == Knows.OWN || knows == Knows.YES;
    }
}
