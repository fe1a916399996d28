package se.framsteg.initiative;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.TeamId;

/**
 * An initiative (insats) as others see it.
 *
 * @param owner the organisation that is controller of its cases
 * @param frame what it was made as
 * @param plan how progression is measured in it; means nothing in a structural one
 */
public record Initiative(
        InitiativeId id,
        AssociationId association,
        OrganisationId owner,
        Optional<TeamId> team,
        String name,
        String targetGroup,
        LocalDate startsOn,
        Optional<LocalDate> endsOn,
        Frame frame,
        Plan plan,
        Set<StaffId> leads,
        int version) {

    /**
     * How often progression is measured.
     *
     * @param baselineDays days from the start of a case within which the baseline is due, 1–90
     * @param intervalMonths months between rounds, 1–12
     * @param windowDays days before and after its due day in which a round can be answered, 1–60
     */
    public record Plan(InstrumentId instrument, int baselineDays, int intervalMonths, int windowDays) {}

    public Initiative {
        leads = Set.copyOf(leads);
    }

    /** Whether it had ended before this day. */
    public boolean over(LocalDate day) {
        return endsOn.filter(day::isAfter).isPresent();
    }

    public boolean structural() {
        return frame.kind() == Frame.Kind.STRUCTURAL;
    }
}
