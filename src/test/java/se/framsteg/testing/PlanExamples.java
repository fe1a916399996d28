package se.framsteg.testing;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.plan.Need;
import se.framsteg.plan.NeedId;
import se.framsteg.plan.Needs;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.plan.document.PlanDocuments;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;

/** Needs of joint plans, and plans, by the door. */
public final class PlanExamples {
    private final Needs needs;
    private final Plans plans;
    private final PlanDocuments documents;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    public PlanExamples(ListableBeanFactory beans) {
        needs = beans.getBean(Needs.class);
        plans = beans.getBean(Plans.class);
        documents = beans.getBean(PlanDocuments.class);
    }

    /** A need that nobody has asked the person about. */
    public NeedId seen(World.Place place, CaseId caseId, String what) {
        var seen = new Need.Seen(Need.By.OTHER_ORGANISATION, "Vårdcentralen", today, what);
        return needs.register(place.caseworker(), caseId, NeedId.create(), seen).orThrow();
    }

    /** One to which the person has said yes. */
    public NeedId wanted(World.Place place, CaseId caseId) {
        var id = seen(place, caseId, "Vården och kommunen planerar var för sig");
        return needs.answer(place.caseworker(), caseId, id, 1, Need.Said.YES, today, "Gärna")
                .orThrow();
    }

    /** The open plan of the case, begun if there is none. */
    public PlanId begun(World.Place place, CaseId caseId, Plan.Kind kind) {
        return plans.see(place.caseworker(), caseId)
                .open()
                .map(Plan::id)
                .orElseGet(() -> plans.begin(
                                place.caseworker(), caseId, PlanId.create(), kind, Optional.of(wanted(place, caseId)))
                        .orThrow());
    }

    /** The same with a version that has been settled, in which something is written. */
    public PlanId settled(World.Place place, CaseId caseId) {
        var plan = begun(place, caseId, Plan.Kind.SIP);
        if (documents.versions(place.caseworker(), caseId, plan).last() == 0) {
            plans.write(place.caseworker(), caseId, plan, Plan.Part.WANTS, "Att slippa berätta allt igen", 0)
                    .orThrow();
            documents
                    .settle(place.caseworker(), caseId, plan, 1, Optional.empty())
                    .orThrow();
        }
        return plan;
    }
}
