package se.framsteg.plan.areas;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.OpenAgreements;
import se.framsteg.cases.story.Happening;
import se.framsteg.plan.LifeArea;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.plan.dimension.Dimensions;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to Min plan (case management): all areas of life, all efforts wherever they come from, who is responsible, when it is
 * looked at again, and the people whom the person has named.
 */
@Component
public class MyPlan {
    private final Guard guard;
    private final Plans plans;
    private final Around around;
    private final Clock clock;

    MyPlan(Guard guard, Plans plans, Around around, Clock clock) {
        this.guard = guard;
        this.plans = plans;
        this.around = around;
        this.clock = clock;
    }

    /** What stands round the plan. */
    @Component
    record Around(
            OpenAgreements agreements, Ongoing ongoing, MemberStore members, Dimensions dimensions, JdbcClient jdbc) {}

    /**
     * All of it.
     *
     * @param plan the joint plan, as its own page shows it
     * @param areas all areas of life, in order, and last what belongs to none if there is any such
     * @param next the day on which it is looked at again; empty if none is set
     * @param people whom the person has named; none to colleagues of other organisations
     * @param agreements what was agreed on in talks and is not done; none to colleagues of other organisations
     * @param dimensions names of what is measured, by code
     * @param allowed what the viewer may see and do in the case
     */
    public record View(
            Plans.View plan,
            List<AreaOfLife> areas,
            SideBySide sideBySide,
            Optional<LocalDate> next,
            List<Member> people,
            List<OpenAgreements.Open> agreements,
            Map<String, String> dimensions,
            Set<Action> allowed,
            LocalDate today) {
        public View {
            areas = List.copyOf(areas);
            people = List.copyOf(people);
            agreements = List.copyOf(agreements);
            dimensions = Collections.unmodifiableMap(dimensions);
            allowed = Set.copyOf(allowed);
        }

        public boolean allows(Action action) {
            return allowed.contains(action);
        }

        /** Who answers for an effort: the organisation and who there, or another who is named; empty if it is the person. */
        public String responsible(Plan.Effort effort) {
            var responsible = effort.responsible();
            return Stream.of(responsible.organisation().map(plan::name).orElse(""), responsible.name())
                    .filter(text -> !text.isEmpty())
                    .collect(joining(", "));
        }

        /** All others than the person who answer for something that is not done, each once. */
        public List<String> responsible() {
            return areas.stream()
                    .flatMap(area -> area.efforts().stream())
                    .filter(effort -> effort.state() == Plan.Effort.State.PLANNED)
                    .map(this::responsible)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
        }

        @Override
        public String toString() {
            return "areas of life";
        }
    }

    /**
     * @param language of the names of what is measured
     * @throws NotFoundException if the actor may not see the plan
     */
    @Transactional
    public View see(Actor.Staff actor, CaseId caseId, String language) {
        var plan = plans.see(actor, caseId);
        var allowed = guard.allowed(actor, caseId);
        var today = LocalDate.now(clock);
        var others = around.ongoing().of(caseId, allowed, today);
        if (!others.isEmpty()) {
            guard.admit(actor, allowed.contains(Action.SEE_CASE) ? Action.SEE_CASE : Action.SEE_SHARED_CASE, caseId);
        }
        var open = plan.open();
        return new View(
                plan,
                AreaOfLife.all(open, others),
                sideBySide(open, others, today),
                open.flatMap(one -> next(one.id())),
                allowed.contains(Action.SEE_CASE) ? around.members().of(caseId) : List.of(),
                allowed.contains(Action.SEE_CASE) ? around.agreements().of(caseId) : List.of(),
                around.dimensions().names(caseId, language),
                allowed,
                today);
    }

    private Optional<LocalDate> next(PlanId plan) {
        return around.jdbc()
                .sql("select meets_on from plan_meetings where plan_id = ? and state = 'PLANNED'")
                .param(plan.value())
                .query(LocalDate.class)
                .optional();
    }

    /** What is agreed on is planned until it is done; what another room tells of goes on from its first day. */
    private static SideBySide sideBySide(Optional<Plan> plan, List<Happening> others, LocalDate today) {
        var now = EnumSet.noneOf(LifeArea.class);
        var later = EnumSet.noneOf(LifeArea.class);
        others.forEach(one -> Ongoing.area(one.lane()).ifPresent((one.on(today) ? now : later)::add));
        later.addAll(plan.stream()
                .flatMap(one -> one.efforts().stream()
                        .filter(effort -> effort.state() == Plan.Effort.State.PLANNED)
                        .flatMap(effort -> AreaOfLife.of(one, effort).stream()))
                .collect(toSet()));
        return SideBySide.of(now, later);
    }
}
