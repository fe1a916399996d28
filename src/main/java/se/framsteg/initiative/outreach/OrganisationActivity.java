package se.framsteg.initiative.outreach;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Something that a structural initiative did with organisations.
 *
 * @param organisations for whom, in free words
 * @param hours how long it was, with at most one decimal
 * @param women of the organisations' staff who were reached
 * @param untold those of whom nobody noted it, or who said neither
 */
public record OrganisationActivity(
        OrganisationActivityId id,
        LocalDate on,
        Kind kind,
        String title,
        String organisations,
        BigDecimal hours,
        int women,
        int men,
        int untold,
        String note,
        int version) {

    /** What sort of thing it was. */
    public enum Kind {
        TRAINING,
        FORUM,
        WORKSHOP,
        OTHER
    }

    public int reached() {
        return women + men + untold;
    }
}
