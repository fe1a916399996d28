package se.framsteg.testing;

import java.time.LocalDate;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.plan.Need;
import se.framsteg.plan.NeedId;
import se.framsteg.plan.Needs;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;

/** Needs of joint plans, by the door. */
public final class PlanExamples {
    private final Needs needs;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    public PlanExamples(ListableBeanFactory beans) {
        needs = beans.getBean(Needs.class);
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
}
