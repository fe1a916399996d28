package se.framsteg.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.cases.own.OwnDoor;
import se.framsteg.cases.own.Standing;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.shared.Id;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;

/**
 * The participant’s own door to the joint plan, on the own phone: tells a need, answers, prepares the meeting, reads the plan and says how
 * far they have come. What is written here is the person’s own, with nobody named as having recorded it. Shut on a device that was handed
 * over, which is the caseworker’s.
 */
@Component
public class OwnPlan {
    private final OwnDoor door;
    private final Stores stores;
    private final OrganisationRegister organisations;
    private final Clock clock;

    OwnPlan(OwnDoor door, Stores stores, OrganisationRegister organisations, Clock clock) {
        this.door = door;
        this.stores = stores;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Where it all is kept. */
    @Component
    record Stores(NeedStore needs, PlanStore plans, GoalStore goals, NextMeetings meetings) {}

    /** The id of what the person found of a goal once. */
    public record ScalingId(UUID value) implements Id {
        public static ScalingId create() {
            return new ScalingId(Id.next());
        }

        /**
         * Reads an id from a form.
         *
         * @throws IllegalArgumentException if the text is no UUID
         */
        public static ScalingId of(String text) {
            return new ScalingId(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * All that there is about a joint plan for the participant.
     *
     * @param needs the latest first
     * @param plans the latest first; one of them at most is open
     * @param next the meeting that lies ahead, of the open plan
     * @param names of the organisations of the case’s association
     */
    public record View(
            Standing standing,
            List<Need> needs,
            List<Plan> plans,
            Optional<NextMeeting> next,
            Map<OrganisationId, String> names) {
        public View {
            needs = List.copyOf(needs);
            plans = List.copyOf(plans);
            names = Map.copyOf(names);
        }

        public boolean writable() {
            return standing == Standing.OPEN;
        }

        public Optional<Plan> open() {
            return plans.stream().filter(Plan::isOpen).findFirst();
        }

        /** Whether the person can prepare a meeting for a need. */
        public boolean prepares(Need need) {
            return writable()
                    && need.waits(plans.stream().filter(plan -> !plan.isOpen()).toList());
        }

        /** Whether the person is asked to the meeting that lies ahead, can reply, and has not. */
        public boolean waitsForReply(LocalDate today) {
            return writable()
                    && next.filter(meeting -> meeting.isAhead(today) && meeting.waitsFor(NextMeeting.Part.PERSON))
                            .isPresent();
        }

        /** The goal of the open plan. */
        public Optional<Plan.Goal> goal(GoalId id) {
            return open().flatMap(plan ->
                    plan.goals().stream().filter(goal -> goal.id().equals(id)).findFirst());
        }

        public Optional<Need> need(NeedId id) {
            return needs.stream().filter(need -> need.id().equals(id)).findFirst();
        }

        /** Needs that the person has not answered. */
        public List<Need> unanswered() {
            return needs.stream().filter(need -> need.answers().isEmpty()).toList();
        }

        /** Needs that the person has answered. */
        public List<Need> answered() {
            return needs.stream().filter(need -> !need.answers().isEmpty()).toList();
        }

        @Override
        public String toString() {
            return standing + " " + needs.size() + " needs";
        }
    }

    /** @throws NotFoundException on a device that was handed over */
    @Transactional
    public View see(Actor.Respondent participant) {
        var facts = door.admit(participant, Action.SEE_PLAN);
        var plans = stores.plans().of(facts.id());
        return new View(
                door.standing(facts),
                stores.needs().of(facts.id()),
                plans,
                plans.stream()
                        .filter(Plan::isOpen)
                        .findFirst()
                        .flatMap(plan -> stores.meetings().of(plan.id())),
                organisations.names(facts.association()));
    }

    /**
     * The participant tells that a plan is needed. The same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @param what 1–4000 characters
     * @return stale if the person can’t write now, or if something else has been saved under the id
     * @throws NotFoundException on a device that was handed over
     */
    @Transactional
    public Result<NeedId> raise(Actor.Respondent participant, NeedId id, String what) {
        return door.change(participant, Action.RAISE_NEED, Action.SEE_PLAN, facts -> {
            var seen = new Need.Seen(Need.By.PERSON, "", today(), what);
            stores.needs().add(facts.association(), facts.id(), id, seen, Optional.empty());
            return stores.needs()
                            .find(facts.id(), id)
                            .filter(need -> need.registeredBy().isEmpty())
                            .filter(need -> need.seen().what().equals(what))
                            .isPresent()
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }

    /**
     * The participant answers whether they want a plan. The same once more changes nothing.
     *
     * @param number of this answer: one more than there were when it was asked for
     * @param words up to 2000 characters, may be empty
     * @return stale if somebody has recorded an answer since, or if the person can’t write now
     * @throws NotFoundException on a device that was handed over, or if the own case has no such need
     */
    @Transactional
    public Result<NeedId> answer(Actor.Respondent participant, NeedId id, int number, Need.Said said, String words) {
        return door.change(participant, Action.CHANGE_PLAN, Action.SEE_PLAN, facts -> {
            var need = stores.needs().find(facts.id(), id).orElseThrow(NotFoundException::new);
            var sentTwice = need.answers().stream()
                    .anyMatch(one -> one.number() == number
                            && one.recordedBy().isEmpty()
                            && one.said() == said
                            && one.words().equals(words));
            return sentTwice
                            || number == need.answers().size() + 1
                                    && stores.needs().answer(id, number, said, today(), words, Optional.empty())
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }

    /**
     * What has been prepared so far.
     *
     * @throws NotFoundException on a device that was handed over, or if the person has not said yes to the need
     */
    @Transactional
    public Needs.Preparing preparing(Actor.Respondent participant, NeedId id) {
        var need = stores.needs()
                .find(door.admit(participant, Action.SEE_PLAN).id(), id)
                .filter(Need::wanted)
                .orElseThrow(NotFoundException::new);
        return Needs.Preparing.of(need, stores.needs().preparation(id));
    }

    /**
     * Saves what the participant prepares. The same once more changes nothing.
     *
     * @param version of the preparation as it was when the writing began; 0 if there was none
     * @return stale if it has been saved elsewhere since, if a plan is no longer wanted, or if the person can’t write now
     * @throws NotFoundException on a device that was handed over, or if the own case has no such need
     */
    @Transactional
    public Result<NeedId> prepare(Actor.Respondent participant, NeedId id, int version, Preparation preparation) {
        return door.change(participant, Action.PREPARE_PLAN, Action.SEE_PLAN, facts -> {
            var need = stores.needs().find(facts.id(), id).orElseThrow(NotFoundException::new);
            var saved = need.wanted()
                    && (stores.needs().prepare(id, version, preparation, Optional.empty())
                            || stores.needs().preparation(id).preparation().equals(preparation));
            return saved ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    /**
     * The participant says how far they find that they have come. The same once more changes nothing.
     *
     * @param scaling a new id; the same when the same form is sent twice
     * @param value 0–10
     * @param words up to 1000 characters, may be empty
     * @return stale if the person can’t write now, or if something else has been saved under the id
     * @throws NotFoundException on a device that was handed over, or if the open plan has no such goal
     */
    @Transactional
    public Result<GoalId> scale(Actor.Respondent participant, GoalId goal, ScalingId scaling, int value, String words) {
        return door.change(participant, Action.CHANGE_PLAN, Action.SEE_PLAN, facts -> {
            var open = stores.plans().open(facts.id()).orElseThrow(NotFoundException::new);
            if (open.goals().stream().noneMatch(one -> one.id().equals(goal))) {
                throw new NotFoundException();
            }
            return stores.goals().scale(goal, scaling, new Plan.Scaling(today(), value, words, Optional.empty()))
                    ? new Result.Done<>(goal)
                    : new Result.Stale<>();
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
