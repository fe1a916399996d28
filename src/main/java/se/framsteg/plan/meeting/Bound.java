package se.framsteg.plan.meeting;

import java.util.Set;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.Plan;

/** Who is bound to come to a meeting, and so is summoned. */
final class Bound {
    private static final Set<OrganisationKind> BY_LAW = Set.of(OrganisationKind.KOMMUN, OrganisationKind.REGION);
    private static final Set<OrganisationKind> BY_AGREEMENT =
            Set.of(OrganisationKind.FK, OrganisationKind.AF, OrganisationKind.KOMMUN, OrganisationKind.REGION);

    private Bound() {}

    /**
     * How a party is called. Kommun and region are bound to a SIP (SoL 2025:400 10 kap. 8–9 §§, HSL 16 kap. 4 §) and when somebody
     * leaves a hospital (law 2017:612); all four parties to a SAMSIP, as they have agreed locally. Nobody is to the plan of a team or
     * of case management.
     */
    static Invitee.How how(Plan.Kind plan, OrganisationKind party) {
        var bound =
                switch (plan) {
                    case SIP, DISCHARGE -> BY_LAW;
                    case SAMSIP -> BY_AGREEMENT;
                    case TEAM, MY_PLAN -> Set.<OrganisationKind>of();
                };
        return bound.contains(party) ? Invitee.How.SUMMONS : Invitee.How.INVITATION;
    }
}
