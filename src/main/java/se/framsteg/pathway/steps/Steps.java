package se.framsteg.pathway.steps;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseEnded;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.pathway.library.Pathways;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.PathwayId;

/**
 * The door to a case’s steps on the methods’ pathways. Nothing is locked: a stage can be entered in any order, again, and several at once,
 * and a case can go by several pathways. Nothing is deleted: what was a mistake is withdrawn. The end of the case ends them all.
 */
@Component
public class Steps {
    private final Guard guard;
    private final CaseDoor door;
    private final StepStore steps;
    private final Pathways pathways;
    private final Cases cases;
    private final Clock clock;

    Steps(Guard guard, CaseDoor door, StepStore steps, Pathways pathways, Cases cases, Clock clock) {
        this.guard = guard;
        this.door = door;
        this.steps = steps;
        this.pathways = pathways;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * The pathways of a case.
     *
     * @param followed the latest first
     * @param offered what the case can begin to go by
     */
    public record View(List<Followed> followed, List<Pathways.Offered> offered) {
        public View {
            followed = List.copyOf(followed);
            offered = List.copyOf(offered);
        }
    }

    /** @throws NotFoundException if there is no case that the actor may see */
    @Transactional
    public View see(Actor.Staff actor, CaseId caseId) {
        guard.admit(actor, Action.SEE_CASE, caseId);
        var followed = steps.of(caseId);
        return new View(followed, offered(actor, followed));
    }

    private List<Pathways.Offered> offered(Actor.Staff actor, List<Followed> followed) {
        return pathways.offered(actor.association()).stream()
                .filter(one -> !goesBy(followed, one.pathway()))
                .toList();
    }

    /** Whether the case goes by the method, in whatever version. */
    private static boolean goesBy(List<Followed> followed, Pathway pathway) {
        return followed.stream()
                .anyMatch(one -> one.isOpen() && one.pathway().key().equals(pathway.key()));
    }

    /**
     * What helps in a talk with the person: the stages in which they are now, and the methods of talking that hold whatever pathway one
     * goes by.
     *
     * @param open the pathways that the case goes by, the latest first
     * @param talking methods that have no stages, such as motivational interviewing
     */
    public record TalkSupport(List<Followed> open, List<Pathway> talking) {
        public TalkSupport {
            open = List.copyOf(open);
            talking = List.copyOf(talking);
        }
    }

    /** @throws NotFoundException if there is no case that the actor may see */
    @Transactional
    public TalkSupport talkSupport(Actor.Staff actor, CaseId caseId) {
        guard.admit(actor, Action.SEE_CASE, caseId);
        return new TalkSupport(
                steps.of(caseId).stream().filter(Followed::isOpen).toList(),
                pathways.offered(actor.association()).stream()
                        .map(Pathways.Offered::pathway)
                        .filter(one -> one.stages().isEmpty())
                        .toList());
    }

    /**
     * One pathway that the case goes or went by.
     *
     * @throws NotFoundException if the case goes by none such, or if the actor may not see it
     */
    @Transactional
    public Followed see(Actor.Staff actor, CaseId caseId, FollowedId id) {
        guard.admit(actor, Action.SEE_CASE, caseId);
        return steps.find(caseId, id).orElseThrow(NotFoundException::new);
    }

    /**
     * Begins to go by a pathway. The same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @param on from when the case started, until today
     * @return stale if the case has ended, or if something else has been saved under the id
     * @throws NotFoundException if the actor may not see the case, or is offered no such pathway
     */
    @Transactional
    public Result<FollowedId> begin(Actor.Staff actor, CaseId caseId, FollowedId id, PathwayId pathway, LocalDate on) {
        if (pathways.offered(actor.association()).stream()
                .noneMatch(one -> one.id().equals(pathway))) {
            throw new NotFoundException();
        }
        return door.change(actor, Action.FOLLOW_PATHWAY, Action.SEE_CASE, caseId, () -> {
            var start = cases.facts(caseId).flatMap(CaseFacts::startedOn);
            if (start.filter(on::isBefore).isPresent()) {
                return Result.refused("on", "stages.on.before-start", start.orElseThrow());
            }
            if (on.isAfter(today())) {
                return Result.refused("on", "stages.on.too-late");
            }
            var saved = steps.find(caseId, id);
            if (saved.isEmpty()) {
                if (goesBy(steps.of(caseId), pathways.get(pathway))) {
                    return Result.refused("pathway", "stages.begun-already");
                }
                steps.begin(caseId, id, pathway, on, actor.id());
                saved = steps.find(caseId, id);
            }
            if (saved.isEmpty()) {
                return new Result.Stale<>();
            }
            return saved.get().pathwayId().equals(pathway) && saved.get().from().equals(on)
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }

    /**
     * Ends to go by a pathway, and the stays that go on in its stages.
     *
     * @param on not later than today, nor before the last day that is written of its stages
     * @return stale if somebody else has changed it, or ended the case
     * @throws NotFoundException if the actor may not see the case, or it goes by none such
     */
    @Transactional
    public Result<FollowedId> end(Actor.Staff actor, CaseId caseId, FollowedId id, int version, LocalDate on) {
        return changing(actor, caseId, id, followed -> {
            var last = followed.stays().stream()
                    .map(stay -> stay.to().orElse(stay.from()))
                    .max(LocalDate::compareTo)
                    .filter(followed.from()::isBefore)
                    .orElse(followed.from());
            if (on.isBefore(last)) {
                return Result.refused("on", "stages.on.too-early", last);
            }
            if (on.isAfter(today())) {
                return Result.refused("on", "stages.on.too-late");
            }
            return steps.end(id, version, on, actor.id()) ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    /**
     * Takes back that the case goes by a pathway: it was a mistake.
     *
     * @return stale if somebody else has changed it, or ended the case
     * @throws NotFoundException if the actor may not see the case, or it goes by none such
     */
    @Transactional
    public Result<FollowedId> withdraw(Actor.Staff actor, CaseId caseId, FollowedId id, int version) {
        return changing(
                actor,
                caseId,
                id,
                _ -> steps.withdraw(id, version, actor.id()) ? new Result.Done<>(id) : new Result.Stale<>());
    }

    /**
     * Chooses from a list to choose from. The last choice holds, and the earlier stay. The same once more changes nothing.
     *
     * @param number of the choice that held when this one was made; 0 if there was none
     * @return stale if somebody has chosen since, or if the case does not go by it any more
     * @throws NotFoundException if the actor may not see the case, or if there is no such list or point in it
     */
    @Transactional
    public Result<FollowedId> choose(
            Actor.Staff actor, CaseId caseId, FollowedId id, String list, int number, String point) {
        return changing(actor, caseId, id, followed -> {
            requireOffered(followed, list, point);
            var holds = followed.choices().get(list);
            if (holds != null && holds.point().equals(point)) {
                return new Result.Done<>(id);
            }
            var current = holds == null ? 0 : holds.number();
            return steps.keepOpen(id)
                            && current == number
                            && steps.choose(caseId, id, list, new Followed.Choice(point, number + 1), actor.id())
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }

    private static void requireOffered(Followed followed, String list, String point) {
        var offered = followed.toChoose().stream()
                .filter(one -> one.key().equals(list))
                .flatMap(one -> one.points().stream())
                .anyMatch(one -> one.key().equals(point));
        if (!offered) {
            throw new NotFoundException();
        }
    }

    /**
     * The person enters a stage. The same once more changes nothing.
     *
     * @param stay a new id; the same when the same form is sent twice
     * @param on from when the case goes by the pathway, or last left the stage, until today
     * @return stale if the case does not go by it any more, or if the person is in the stage already
     * @throws NotFoundException if the actor may not see the case, or if there is no such stage
     */
    @Transactional
    public Result<StayId> enter(
            Actor.Staff actor, CaseId caseId, FollowedId id, StayId stay, String stage, LocalDate on) {
        return changing(actor, caseId, id, followed -> {
            if (followed.pathway().stage(stage).isEmpty()) {
                throw new NotFoundException();
            }
            var earliest = earliest(followed, stage);
            if (on.isBefore(earliest)) {
                return Result.refused("on", "stages.on.too-early", earliest);
            }
            if (on.isAfter(today())) {
                return Result.refused("on", "stages.on.too-late");
            }
            if (!steps.keepOpen(id)) {
                return new Result.Stale<>();
            }
            steps.enter(caseId, id, stay, stage, on, actor.id());
            var saved = steps.find(caseId, id)
                    .flatMap(now -> now.in(stage).stream()
                            .filter(one -> one.id().equals(stay) && one.from().equals(on))
                            .findFirst());
            return saved.isPresent() ? new Result.Done<>(stay) : new Result.Stale<>();
        });
    }

    private static LocalDate earliest(Followed followed, String stage) {
        return followed.in(stage).stream()
                .flatMap(stay -> stay.to().stream())
                .max(LocalDate::compareTo)
                .orElse(followed.from());
    }

    /**
     * The person leaves a stage.
     *
     * @param on from when they entered it, until today
     * @param reached whether what shows that it is reached is there, if anybody says
     * @return stale if somebody else has changed it, or ended the case
     * @throws NotFoundException if the actor may not see the case, or if there is no such stay
     */
    @Transactional
    public Result<StayId> leave(
            Actor.Staff actor,
            CaseId caseId,
            FollowedId id,
            StayId stay,
            int version,
            LocalDate on,
            Optional<Boolean> reached) {
        return changing(actor, caseId, id, followed -> {
            var entered = stay(followed, stay);
            if (on.isBefore(entered.from())) {
                return Result.refused("on", "stages.on.too-early", entered.from());
            }
            if (on.isAfter(today())) {
                return Result.refused("on", "stages.on.too-late");
            }
            return steps.leave(stay, version, on, reached, actor.id()) ? new Result.Done<>(stay) : new Result.Stale<>();
        });
    }

    /**
     * Takes back a stay: it was a mistake.
     *
     * @return stale if somebody else has changed it, or ended the case
     * @throws NotFoundException if the actor may not see the case, or if there is no such stay
     */
    @Transactional
    public Result<StayId> withdraw(Actor.Staff actor, CaseId caseId, FollowedId id, StayId stay, int version) {
        return changing(actor, caseId, id, followed -> {
            stay(followed, stay);
            return steps.withdraw(stay, version, actor.id()) ? new Result.Done<>(stay) : new Result.Stale<>();
        });
    }

    private static Stay stay(Followed followed, StayId id) {
        return followed.stays().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private <T> Result<T> changing(
            Actor.Staff actor, CaseId caseId, FollowedId id, Function<Followed, Result<T>> work) {
        return door.change(
                actor,
                Action.FOLLOW_PATHWAY,
                Action.SEE_CASE,
                caseId,
                () -> work.apply(steps.find(caseId, id).orElseThrow(NotFoundException::new)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseEnded event) {
        steps.endAll(event.caseId(), event.endedOn());
    }
}
