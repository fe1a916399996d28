package se.framsteg.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.plan.Plan.ByWhom;
import se.framsteg.plan.Plan.Responsible;
import se.framsteg.plan.Plan.Term;
import se.framsteg.plan.areas.Member;
import se.framsteg.plan.areas.MemberId;
import se.framsteg.plan.areas.ResourceGroup;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.testing.OwnerSql;

/** Plans with goals and efforts, by the doors. */
public final class EffortExamples {
    private final Plans plans;
    private final ResourceGroup group;
    private final OwnerSql owner;

    public EffortExamples(ListableBeanFactory beans) {
        plans = beans.getBean(Plans.class);
        group = beans.getBean(ResourceGroup.class);
        owner = beans.getBean(OwnerSql.class);
    }

    /** Min plan, which needs nobody's need; the one that is open if there is one. */
    public PlanId opened(Actor.Staff by, CaseId caseId) {
        return plans.see(by, caseId)
                .open()
                .map(Plan::id)
                .orElseGet(() -> plans.begin(by, caseId, PlanId.create(), Plan.Kind.MY_PLAN, Optional.empty())
                        .orThrow());
    }

    /** A plan for a need that the person wants one for. */
    public PlanId openedFor(Actor.Staff by, CaseId caseId, NeedId need) {
        return plans.begin(by, caseId, PlanId.create(), Plan.Kind.SIP, Optional.of(need))
                .orThrow();
    }

    public GoalId goal(Actor.Staff by, CaseId caseId, LifeArea area, String words) {
        var goal = new Plan.Goal.Written(Term.LONG, Optional.of(area), words);
        return plans.addGoal(by, caseId, opened(by, caseId), GoalId.create(), goal)
                .orThrow();
    }

    /** One that the person answers for; its day may have been. */
    public EffortId effort(Actor.Staff by, CaseId caseId, LifeArea area, String what, Optional<LocalDate> due) {
        var effort = effort(by, caseId, Optional.of(area), Optional.empty(), what, person(), Optional.empty());
        due.ifPresent(day -> owner.sql("update plan_efforts set due_on = ? where id = ?")
                .params(day, effort.value())
                .update());
        return effort;
    }

    public EffortId effortFor(Actor.Staff by, CaseId caseId, GoalId goal, String what) {
        var written = new Plan.Effort.Written(
                Optional.of(goal), Optional.empty(), Optional.empty(), what, person(), Optional.empty());
        return plans.addEffort(by, caseId, opened(by, caseId), EffortId.create(), written)
                .orThrow();
    }

    /** One that is meant to move a dimension. */
    public EffortId moving(
            Actor.Staff by, CaseId caseId, String dimension, String what, OrganisationId organisation, String name) {
        var responsible = new Responsible(ByWhom.ORGANISATION, Optional.of(organisation), name);
        return effort(
                by, caseId, Optional.of(LifeArea.HEALTH), Optional.of(dimension), what, responsible, Optional.empty());
    }

    private EffortId effort(
            Actor.Staff by,
            CaseId caseId,
            Optional<LifeArea> area,
            Optional<String> dimension,
            String what,
            Responsible responsible,
            Optional<LocalDate> due) {
        var written = new Plan.Effort.Written(Optional.empty(), area, dimension, what, responsible, due);
        return plans.addEffort(by, caseId, opened(by, caseId), EffortId.create(), written)
                .orThrow();
    }

    private static Responsible person() {
        return new Responsible(ByWhom.PERSON, Optional.empty(), "");
    }

    public void mark(Actor.Staff by, CaseId caseId, EffortId effort, Plan.Effort.State state) {
        plans.markEffort(by, caseId, opened(by, caseId), effort, state).orThrow();
    }

    public MemberId member(Actor.Staff by, CaseId caseId, String name) {
        return group.add(
                        by,
                        caseId,
                        MemberId.create(),
                        new Member.Written(name, "Syster", "Bor i samma hus", "Följer med första dagen"))
                .orThrow();
    }
}
