package se.framsteg.plan.document;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** A plan with something of everything, written as people write. */
final class PlanPaperExample {
    static final String NOT_TAKEN_UP = "Grannfejden";

    private final Plans plans;
    private final OwnerSql owner;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    PlanPaperExample(ListableBeanFactory beans, OwnerSql owner) {
        this.plans = beans.getBean(Plans.class);
        this.owner = owner;
    }

    void fill(World.Place place, CaseId id, PlanId plan, OrganisationId region) {
        owner.sql("""
            insert into plan_preparations (need_id, urgent, take_up, not_take_up, comes, place, support, saved_by, saved_at, version)
            select id, '', '', :not, '', '', '', :by, now(), 1 from plan_needs where case_id = :case\
            """)
                .param("not", NOT_TAKEN_UP)
                .param("by", place.caseworker().id().value())
                .param("case", id.value())
                .update();
        write(
                place,
                id,
                plan,
                Plan.Part.WANTS,
                "Jag vill slippa berätta allt på nytt varje gång, och ha lugna morgnar.");
        write(place, id, plan, Plan.Part.RESOURCES, "Jag är bra på att laga mat och kommer alltid i tid.");
        write(place, id, plan, Plan.Part.WORKS, "Boendestödet på tisdagar.");
        write(place, id, plan, Plan.Part.WORKS_NOT, "Att tiderna krockar.");
        write(place, id, plan, Plan.Part.BY_OTHERS, "Arbetsförmedlingen ordnar en plats för arbetsträning.");
        var head = new Plan.Head(
                "Karin Samordnare, boendestödet",
                Optional.of(place.kommun()),
                Optional.of(place.kommun()),
                "Min syster får planen. Chefen på jobbet får veta tiderna, inget annat.",
                0);
        plans.head(place.caseworker(), id, plan, head).orThrow();
        goal(plan, place, "SHORT", "Sova hela natten", 1);
        goal(plan, place, "LONG", "Ett arbete där jag får laga mat", 2);
        effort(plan, place, "Arbetsträning i köket två dagar i veckan", "ORGANISATION", place.kommun(), "Hanna", 30);
        effort(plan, place, "Samtal om sömn", "ORGANISATION", region, "vårdcentralen", 14);
        owner.sql("update plan_efforts set goal_id = ? where plan_id = ? and what = 'Samtal om sömn'")
                .params(new UUID(plan.value().getMostSignificantBits(), 1), plan.value())
                .update();
        effort(plan, place, "Promenad varje dag", "PERSON", null, "", null);
        effort(plan, place, "Följer med på första mötet", "OTHER", null, "Sara Syster", 7);
    }

    private void write(World.Place place, CaseId id, PlanId plan, Plan.Part part, String text) {
        plans.write(place.caseworker(), id, plan, part, text, 0).orThrow();
    }

    private void goal(PlanId plan, World.Place place, String term, String words, int order) {
        owner.sql("""
            insert into plan_goals (id, plan_id, term, area, words, state, state_on, version, added_at, saved_by, saved_at)
            values (:id, :plan, :term, 'WORK', :words, 'OPEN', :today, 1, clock_timestamp(), :by, now())\
            """)
                .param("id", new UUID(plan.value().getMostSignificantBits(), order))
                .param("plan", plan.value())
                .param("term", term)
                .param("words", words)
                .param("today", today)
                .param("by", place.caseworker().id().value())
                .update();
    }

    private void effort(
            PlanId plan,
            World.Place place,
            String what,
            String by,
            @org.jspecify.annotations.Nullable OrganisationId organisation,
            String who,
            @org.jspecify.annotations.Nullable Integer days) {
        owner.sql("""
            insert into plan_efforts (id, plan_id, what, by_whom, organisation_id, responsible, due_on, state, state_on, version,
              added_at, saved_by, saved_at)
            values (:id, :plan, :what, :byWhom, :organisation, :who, :due, 'PLANNED', :today, 1, clock_timestamp(), :by, now())\
            """)
                .param("id", UUID.randomUUID())
                .param("plan", plan.value())
                .param("what", what)
                .param("byWhom", by)
                .param("organisation", organisation == null ? null : organisation.value())
                .param("who", who)
                .param("due", days == null ? null : today.plusDays(days))
                .param("today", today)
                .param("by", place.caseworker().id().value())
                .update();
    }
}
