package se.framsteg.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseEnded;
import se.framsteg.cases.Result;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.plan.ItemStore.Items;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Id;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/**
 * The door to joint plans. A case has one open plan at a time, which all write in: each text, goal and effort is saved by itself, of the
 * version that it had when the writing began, so that two who write at once never overwrite each other. What has been settled is
 * kept as versions.
 */
@Component
public class Plans {
    private static final Set<OrganisationKind> PRINCIPALS =
            EnumSet.of(OrganisationKind.KOMMUN, OrganisationKind.REGION);

    private final Guard guard;
    private final CaseDoor door;
    private final Stores stores;
    private final OrganisationRegister organisations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Plans(
            Guard guard,
            CaseDoor door,
            Stores stores,
            OrganisationRegister organisations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.guard = guard;
        this.door = door;
        this.stores = stores;
        this.organisations = organisations;
        this.events = events;
        this.clock = clock;
    }

    /** Where it all is kept. */
    @Component
    record Stores(NeedStore needs, PlanStore plans, GoalStore goals, EffortStore efforts, ItemStore items) {}

    /**
     * The plan of a case.
     *
     * @param open what is planned now
     * @param ended earlier plans, the latest first
     * @param needs the latest first; none to colleagues of other organisations
     * @param names of the organisations of the case's association
     * @param recipients of them, those that can answer for something about a person
     * @param principals of those, kommun and region: one of them has the overall responsibility for a SIP
     * @param today to tell what is late
     * @param changeable whether the viewer can write in it
     * @param preparable whether the viewer can prepare a meeting with the person
     */
    public record View(
            Optional<Plan> open,
            List<Plan> ended,
            List<Need> needs,
            Map<OrganisationId, String> names,
            Map<OrganisationId, String> recipients,
            Map<OrganisationId, String> principals,
            LocalDate today,
            boolean changeable,
            boolean preparable) {
        public View {
            ended = List.copyOf(ended);
            needs = List.copyOf(needs);
            names = Collections.unmodifiableMap(names);
            recipients = Collections.unmodifiableMap(recipients);
            principals = Collections.unmodifiableMap(principals);
        }

        /**
         * One of them.
         *
         * @throws NotFoundException if the case has none such
         */
        public Plan plan(PlanId id) {
            return Stream.concat(open.stream(), ended.stream())
                    .filter(plan -> plan.id().equals(id))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
        }

        /** Whether the person has said no to the plan that is open. */
        public boolean unwanted() {
            return open.flatMap(Plan::need)
                    .filter(id -> needs.stream().anyMatch(need -> need.id().equals(id) && !need.wanted()))
                    .isPresent();
        }

        /** Whether a plan can be begun for a need: it waits for one, and none is open. */
        public boolean waits(Need need) {
            return open.isEmpty() && need.waits(ended);
        }

        /** Whether the viewer can prepare a meeting for a need. */
        public boolean prepares(Need need) {
            return preparable && need.waits(ended);
        }

        /** Who can have the overall responsibility: for what law or agreement calls to, kommun and region; besides whoever has it. */
        public Map<OrganisationId, String> overall(Plan plan) {
            if (plan.kind() == Plan.Kind.TEAM || plan.kind() == Plan.Kind.MY_PLAN) {
                return recipients;
            }
            var some = new LinkedHashMap<>(principals);
            plan.head().overall().ifPresent(one -> some.putIfAbsent(one, name(one)));
            return some;
        }

        /** The name of an organisation that the plan names. */
        public String name(OrganisationId id) {
            return names.getOrDefault(id, "");
        }

        /** Who answers for an effort, by name. */
        public String responsible(Page page, Plan.Effort effort) {
            var by = effort.responsible();
            var of = by.organisation().map(this::name).orElse(page.t("plan.effort.by-whom.PERSON"));
            return switch (by.by()) {
                case PERSON -> of;
                case OTHER -> by.name();
                case ORGANISATION -> by.name().isEmpty() ? of : by.name() + ", " + of;
            };
        }

        public boolean isLate(Plan.Effort effort) {
            return effort.isLate(today);
        }

        /** A form of one text, on the screen of the meeting. */
        public Fields form(Plan plan, Plan.Part part) {
            var text = plan.text(part);
            return Fields.empty()
                    .with("version", text.version())
                    .with(part.name(), text.text())
                    .with("back", "meeting");
        }
    }

    /** @throws NotFoundException if the actor may not see the plan */
    @Transactional
    public View see(Actor.Staff actor, CaseId caseId) {
        guard.admit(actor, Action.SEE_PLAN, caseId);
        var allowed = guard.allowed(actor, caseId);
        var plans = stores.plans().of(caseId);
        var recipients = organisations.recipients(actor.association());
        return new View(
                plans.stream().filter(Plan::isOpen).findFirst(),
                plans.stream().filter(plan -> !plan.isOpen()).toList(),
                stores.needs().of(caseId),
                organisations.names(actor.association()),
                recipients,
                principals(actor, recipients),
                LocalDate.now(clock),
                allowed.contains(Action.CHANGE_PLAN),
                allowed.contains(Action.PREPARE_PLAN));
    }

    private Map<OrganisationId, String> principals(Actor.Staff actor, Map<OrganisationId, String> recipients) {
        var kinds = organisations.kinds(actor.association());
        var principals = new LinkedHashMap<>(recipients);
        principals.keySet().removeIf(one -> !PRINCIPALS.contains(kinds.get(one)));
        return principals;
    }

    /**
     * Begins a plan. The same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @param need that the person has said yes to; may be left out of Min plan alone
     * @return refused if the person has not said yes, or not since a plan ended; stale if the case has an open plan already, or has ended
     * @throws NotFoundException if the actor may not see the plan, or the case has no such need
     */
    @Transactional
    public Result<PlanId> begin(Actor.Staff actor, CaseId caseId, PlanId id, Plan.Kind kind, Optional<NeedId> need) {
        return change(actor, caseId, () -> {
            if (!waitedFor(caseId, id, kind, need)) {
                return Result.refused("", "plan.begin.not-wanted");
            }
            stores.plans().add(caseId, id, kind, need, actor.id());
            return stores.plans()
                            .open(caseId)
                            .filter(plan -> plan.id().equals(id)
                                    && plan.kind() == kind
                                    && plan.need().equals(need))
                            .isPresent()
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }

    /** Whether the person wants it and nothing has come of that yet, but for an open plan, which is told in another way. */
    private boolean waitedFor(CaseId caseId, PlanId plan, Plan.Kind kind, Optional<NeedId> need) {
        var ended = stores.plans().of(caseId).stream()
                .filter(one -> !one.isOpen() && !one.id().equals(plan))
                .toList();
        return need.map(id -> stores.needs()
                        .find(caseId, id)
                        .orElseThrow(NotFoundException::new)
                        .waits(ended))
                .orElse(kind == Plan.Kind.MY_PLAN);
    }

    /**
     * Saves what is written under a question. The same once more changes nothing.
     *
     * @param text up to 4000 characters, may be empty
     * @param version that it had when the writing began; 0 if nothing had been saved
     * @return the version that it has now; stale if it has been saved in another window since, or if the plan has ended
     * @throws NotFoundException if the actor may not see the plan, or the case has no such plan
     */
    @Transactional
    public Result<Integer> write(
            Actor.Staff actor, CaseId caseId, PlanId id, Plan.Part part, String text, int version) {
        return inOpen(actor, caseId, id, plan -> {
            if (stores.plans().write(id, part, text, version, actor.id())) {
                return new Result.Done<>(version + 1);
            }
            var now = plan.text(part);
            return now.text().equals(text) ? new Result.Done<>(now.version()) : new Result.Stale<>();
        });
    }

    /**
     * Saves who holds the plan together.
     *
     * @return the version that it has now; stale as for {@link #write}
     * @throws NotFoundException if the actor may not see the plan, the case has no such plan, or an organisation is of another association
     */
    @Transactional
    public Result<Integer> head(Actor.Staff actor, CaseId caseId, PlanId id, Plan.Head head) {
        return inOpen(actor, caseId, id, plan -> {
            head.coordinatorOf().ifPresent(one -> requireOrganisation(actor, one));
            head.overall().ifPresent(one -> requireOrganisation(actor, one));
            if (stores.plans().head(id, head)) {
                return new Result.Done<>(head.version() + 1);
            }
            return plan.head().says(head) ? new Result.Done<>(plan.head().version()) : new Result.Stale<>();
        });
    }

    /**
     * Adds a goal. The same once more changes nothing.
     *
     * @param goal a new id; the same when the same form is sent twice
     * @return stale if the plan has ended
     * @throws NotFoundException if the actor may not see the plan, or the case has no such plan
     */
    @Transactional
    public Result<GoalId> addGoal(Actor.Staff actor, CaseId caseId, PlanId id, GoalId goal, Plan.Goal.Written written) {
        return inOpen(actor, caseId, id, _ -> {
            stores.goals().add(id, goal, written, actor.id());
            var saved = stores.goals().of(id).stream()
                    .filter(one -> one.id().equals(goal))
                    .map(Plan.Goal::written);
            return saved.anyMatch(written::equals) ? new Result.Done<>(goal) : new Result.Stale<>();
        });
    }

    /**
     * Changes a goal. The same once more changes nothing.
     *
     * @return the version that it has now; stale if somebody else has changed it since, or if the plan has ended
     * @throws NotFoundException if the actor may not see the plan, or it has no such goal
     */
    @Transactional
    public Result<Integer> changeGoal(
            Actor.Staff actor, CaseId caseId, PlanId id, GoalId goal, int version, Plan.Goal.Written written) {
        return inOpen(actor, caseId, id, plan -> {
            var now = plan.goal(goal);
            if (stores.goals().change(id, goal, version, written, actor.id())) {
                return new Result.Done<>(version + 1);
            }
            return now.written().equals(written) ? new Result.Done<>(now.version()) : new Result.Stale<>();
        });
    }

    /**
     * Takes a goal away, as what was written by mistake.
     *
     * @return stale if somebody else has changed it since, or if the plan has ended
     * @throws NotFoundException if the actor may not see the plan, or it has no such goal
     */
    @Transactional
    public Result<GoalId> removeGoal(Actor.Staff actor, CaseId caseId, PlanId id, GoalId goal, int version) {
        return inOpen(actor, caseId, id, plan -> {
            plan.goal(goal);
            return stores.items().remove(Items.GOALS, id, goal, version, actor.id())
                    ? new Result.Done<>(goal)
                    : new Result.Stale<>();
        });
    }

    /**
     * Says how it goes with a goal.
     *
     * @return stale if the plan has ended
     * @throws NotFoundException if the actor may not see the plan, or it has no such goal
     */
    @Transactional
    public Result<GoalId> markGoal(Actor.Staff actor, CaseId caseId, PlanId id, GoalId goal, Plan.Goal.State state) {
        return inOpen(actor, caseId, id, plan -> {
            plan.goal(goal);
            stores.items().mark(Items.GOALS, id, goal, state, actor.id());
            return new Result.Done<>(goal);
        });
    }

    /**
     * Notes how far the person finds that they have come. The same once more changes nothing.
     *
     * @param scaling a new id; the same when the same form is sent twice
     * @param value 0–10
     * @param words in the person's own words, up to 1000 characters, may be empty
     * @return refused if the day has not come; stale if the plan has ended, or if something else has been saved under the id
     * @throws NotFoundException if the actor may not see the plan, or it has no such goal
     */
    @Transactional
    public Result<GoalId> scale(
            Actor.Staff actor,
            CaseId caseId,
            PlanId id,
            GoalId goal,
            Id scaling,
            LocalDate on,
            int value,
            String words) {
        return inOpen(actor, caseId, id, plan -> {
            plan.goal(goal);
            if (on.isAfter(LocalDate.now(clock))) {
                return Result.refused("on", "plan.day.future");
            }
            return stores.goals().scale(goal, scaling, new Plan.Scaling(on, value, words, Optional.of(actor.id())))
                    ? new Result.Done<>(goal)
                    : new Result.Stale<>();
        });
    }

    /**
     * Adds an effort. The same once more changes nothing.
     *
     * @param effort a new id; the same when the same form is sent twice
     * @return refused if it is to be done on a day that has been; stale if the plan has ended
     * @throws NotFoundException if the actor may not see the plan, the case has no such plan, or what it points to is of another
     */
    @Transactional
    public Result<EffortId> addEffort(
            Actor.Staff actor, CaseId caseId, PlanId id, EffortId effort, Plan.Effort.Written written) {
        return inOpen(actor, caseId, id, plan -> {
            requireOf(actor, plan, written);
            if (written.dueOn().filter(this::hasBeen).isPresent() && !has(plan, effort)) {
                return Result.refused("due", "plan.effort.due.past");
            }
            stores.efforts().add(id, effort, written, actor.id());
            var saved = stores.efforts().of(id).stream()
                    .filter(one -> one.id().equals(effort))
                    .map(Plan.Effort::written);
            return saved.anyMatch(written::equals) ? new Result.Done<>(effort) : new Result.Stale<>();
        });
    }

    /**
     * Changes an effort. The same once more changes nothing.
     *
     * @return the version that it has now; refused if it is moved to a day that has been; stale if somebody else has changed it since, or
     *     if the plan has ended
     * @throws NotFoundException if the actor may not see the plan, or it has no such effort, or what it points to is of another
     */
    @Transactional
    public Result<Integer> changeEffort(
            Actor.Staff actor, CaseId caseId, PlanId id, EffortId effort, int version, Plan.Effort.Written written) {
        return inOpen(actor, caseId, id, plan -> {
            var now = plan.effort(effort);
            requireOf(actor, plan, written);
            if (written.dueOn().filter(this::hasBeen).isPresent()
                    && !written.dueOn().equals(now.dueOn())) {
                return Result.refused("due", "plan.effort.due.past");
            }
            if (stores.efforts().change(id, effort, version, written, actor.id())) {
                return new Result.Done<>(version + 1);
            }
            return now.written().equals(written) ? new Result.Done<>(now.version()) : new Result.Stale<>();
        });
    }

    /**
     * Takes an effort away, as what was written by mistake.
     *
     * @return stale if somebody else has changed it since, or if the plan has ended
     * @throws NotFoundException if the actor may not see the plan, or it has no such effort
     */
    @Transactional
    public Result<EffortId> removeEffort(Actor.Staff actor, CaseId caseId, PlanId id, EffortId effort, int version) {
        return inOpen(actor, caseId, id, plan -> {
            plan.effort(effort);
            return stores.items().remove(Items.EFFORTS, id, effort, version, actor.id())
                    ? new Result.Done<>(effort)
                    : new Result.Stale<>();
        });
    }

    /**
     * Says how it goes with an effort.
     *
     * @return stale if the plan has ended
     * @throws NotFoundException if the actor may not see the plan, or it has no such effort
     */
    @Transactional
    public Result<EffortId> markEffort(
            Actor.Staff actor, CaseId caseId, PlanId id, EffortId effort, Plan.Effort.State state) {
        return inOpen(actor, caseId, id, plan -> {
            plan.effort(effort);
            stores.items().mark(Items.EFFORTS, id, effort, state, actor.id());
            return new Result.Done<>(effort);
        });
    }

    /**
     * Ends the plan.
     *
     * @return stale if it has ended already
     * @throws NotFoundException if the actor may not see the plan, or the case has no such plan
     */
    @Transactional
    public Result<PlanId> end(Actor.Staff actor, CaseId caseId, PlanId id, Plan.EndReason reason) {
        return inOpen(actor, caseId, id, _ -> {
            if (!stores.plans().end(id, new Plan.End(LocalDate.now(clock), reason), actor.id())) {
                return new Result.Stale<>();
            }
            events.publishEvent(new PlanEnded(caseId, id));
            return new Result.Done<>(id);
        });
    }

    /** What is planned ends with the case. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseEnded event) {
        stores.plans()
                .endWithCase(event.caseId(), event.endedOn())
                .ifPresent(id -> events.publishEvent(new PlanEnded(event.caseId(), id)));
    }

    private <T> Result<T> change(Actor.Staff actor, CaseId caseId, Supplier<Result<T>> work) {
        return door.change(actor, Action.CHANGE_PLAN, Action.SEE_WHOLE_PLAN, caseId, work);
    }

    private <T> Result<T> inOpen(Actor.Staff actor, CaseId caseId, PlanId id, Function<Plan, Result<T>> work) {
        return change(actor, caseId, () -> {
            var plan = stores.plans().keep(caseId, id).orElseThrow(NotFoundException::new);
            return plan.isOpen() ? work.apply(plan) : new Result.Stale<>();
        });
    }

    private boolean hasBeen(LocalDate day) {
        return day.isBefore(LocalDate.now(clock));
    }

    private static boolean has(Plan plan, EffortId id) {
        return plan.efforts().stream().anyMatch(effort -> effort.id().equals(id));
    }

    private void requireOf(Actor.Staff actor, Plan plan, Plan.Effort.Written written) {
        written.goal().ifPresent(plan::goal);
        written.responsible().organisation().ifPresent(one -> requireOrganisation(actor, one));
    }

    private void requireOrganisation(Actor.Staff actor, OrganisationId id) {
        if (!organisations.recipients(actor.association()).containsKey(id)) {
            throw new NotFoundException();
        }
    }
}
