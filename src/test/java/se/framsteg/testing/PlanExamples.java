package se.framsteg.testing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.plan.GoalId;
import se.framsteg.plan.Need;
import se.framsteg.plan.NeedId;
import se.framsteg.plan.Needs;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;

/** Needs of joint plans by the door, and what stands in a plan straight into its tables. */
public final class PlanExamples {
    private final Needs needs;
    private final Plans plans;
    private final OwnerSql owner;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    public PlanExamples(ListableBeanFactory beans) {
        needs = beans.getBean(Needs.class);
        plans = beans.getBean(Plans.class);
        owner = beans.getBean(OwnerSql.class);
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
    public PlanId open(World.Place place, CaseId caseId) {
        return plans.see(place.caseworker(), caseId)
                .open()
                .map(Plan::id)
                .orElseGet(() -> plans.begin(
                                place.caseworker(), caseId, PlanId.create(), Plan.Kind.MY_PLAN, Optional.empty())
                        .orThrow());
    }

    /** A goal in the open plan of the case. */
    public GoalId goal(World.Place place, CaseId caseId, String words) {
        var id = GoalId.create();
        owner.sql("""
            insert into plan_goals (id, plan_id, term, area, words, state, state_on, version, added_at, saved_by, saved_at)
            values (?, ?, 'SHORT', 'WORK', ?, 'OPEN', current_date, 1, now(), ?, now())\
            """)
                .params(
                        id.value(),
                        open(place, caseId).value(),
                        words,
                        place.caseworker().id().value())
                .update();
        return id;
    }

    /** Something that the organisation is to do, as the plan has it. */
    public void effort(World.Place place, CaseId caseId, String what, OrganisationId by) {
        owner.sql("""
            insert into plan_efforts (id, plan_id, what, by_whom, organisation_id, responsible, due_on, state, state_on, version, added_at,
              saved_by, saved_at)
            values (?, ?, ?, 'ORGANISATION', ?, 'Kurator', current_date + 14, 'PLANNED', current_date, 1, now(), ?, now())\
            """)
                .params(
                        UUID.randomUUID(),
                        open(place, caseId).value(),
                        what,
                        by.value(),
                        place.caseworker().id().value())
                .update();
    }

    /** A meeting that lies ahead, to which the person and these organisations are asked. */
    public void meeting(World.Place place, CaseId caseId, String where, OrganisationId... invited) {
        var meeting = UUID.randomUUID();
        var by = place.caseworker().id().value();
        owner.sql("""
            insert into plan_meetings (id, plan_id, kind, meets_on, meets_at, minutes, place, video, interpreter, state, planned_by,
              planned_at, version)
            values (?, ?, 'FIRST', current_date + 7, '10:00', 60, ?, '', '', 'PLANNED', ?, now(), 1)\
            """).params(meeting, open(place, caseId).value(), where, by).update();
        invite(meeting, "PERSON", null, "");
        for (var one : invited) {
            invite(meeting, "ORGANISATION", one.value(), "Kallad " + one);
        }
    }

    private void invite(UUID meeting, String part, @org.jspecify.annotations.Nullable UUID organisation, String name) {
        owner.sql("""
            insert into plan_invitees (id, meeting_id, how, part, organisation_id, name, role, email, version, added_at, saved_at)
            values (:id, :meeting, 'INVITATION', :part, cast(:organisation as uuid), :name, '', 'hemlig@example.se', 1, now(), now())\
            """)
                .param("id", UUID.randomUUID())
                .param("meeting", meeting)
                .param("part", part)
                .param("organisation", organisation)
                .param("name", name)
                .update();
    }
}
