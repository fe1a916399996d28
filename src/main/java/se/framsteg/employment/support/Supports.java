package se.framsteg.employment.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.CaseLists;
import se.framsteg.cases.Result;
import se.framsteg.contact.ContactLog;
import se.framsteg.employment.Employment;
import se.framsteg.employment.EmploymentId;
import se.framsteg.employment.Employments;
import se.framsteg.employment.counsel.Disclosure;
import se.framsteg.employment.counsel.Disclosures;
import se.framsteg.employment.support.SupportPlan.Agreed;
import se.framsteg.employment.support.SupportQueries.Next;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/** The door to the support at a job, a placement or studies. It goes on after the case has ended. */
@Component
public class Supports {
    private final Guard guard;
    private final CaseDoor door;
    private final Employments employments;
    private final Disclosures disclosures;
    private final SupportStore store;
    private final SupportQueries queries;
    private final CaseLists lists;
    private final Clock clock;

    Supports(
            Guard guard,
            CaseDoor door,
            Employments employments,
            Disclosures disclosures,
            SupportStore store,
            SupportQueries queries,
            CaseLists lists,
            Clock clock) {
        this.guard = guard;
        this.door = door;
        this.employments = employments;
        this.disclosures = disclosures;
        this.store = store;
        this.queries = queries;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * The support at one of them.
     *
     * @param plans the versions of what was agreed on, the last first
     * @param wishes what the person has said, the last first
     * @param windows the rhythm, in order; of days to come the next week
     * @param disclosure what the person has decided that the employer may be told
     */
    public record Shown(
            Employment employment,
            List<SupportPlan> plans,
            List<Wish> wishes,
            List<Window> windows,
            Optional<Disclosure> disclosure,
            LocalDate today,
            boolean changeable) {
        /** Whether the person wants to be asked how it goes, as of now. */
        public boolean wanted() {
            return wishes.stream()
                    .filter(wish -> !wish.on().isAfter(today))
                    .findFirst()
                    .map(Wish::wanted)
                    .orElse(true);
        }

        /** The next contact: what goes on and is not met, or what comes. */
        public Optional<Window> next() {
            return windows.stream()
                    .filter(window -> !window.met() && !window.last().isBefore(today))
                    .min(Comparator.comparing(Window::last));
        }

        public int version() {
            return plans.isEmpty() ? 0 : plans.getFirst().number();
        }
    }

    /** @throws NotFoundException if the case has none such, or if the actor may not see it */
    @Transactional
    public Shown see(Actor.Staff actor, CaseId caseId, EmploymentId id) {
        var allowed = guard.admit(actor, Action.SEE_WORK_SUPPORT, caseId);
        var employment = employments.find(caseId, id).orElseThrow(NotFoundException::new);
        var today = LocalDate.now(clock);
        return new Shown(
                employment,
                store.plans(id),
                store.wishes(id),
                queries.of(caseId, id, today),
                disclosures.latest(caseId, id),
                today,
                allowed.contains(Action.CHANGE_WORK_SUPPORT)
                        && employment.withdrawn().isEmpty());
    }

    /**
     * Writes down what has been agreed on, as a new version. The same once more changes nothing.
     *
     * @param version the last one when this was made up; 0 if there was none
     * @return stale if somebody else has written meanwhile, or the job was withdrawn
     * @throws NotFoundException if the actor may not, or the case has none such
     */
    @Transactional
    public Result<EmploymentId> agree(Actor.Staff actor, CaseId caseId, EmploymentId id, int version, Agreed agreed) {
        return changing(actor, caseId, id, () -> {
            if (agreed.withPerson().isEmpty() && agreed.withEmployer().isEmpty()) {
                return Result.refused("withPerson", "support.agreed.required");
            }
            if (store.plans(id).stream().findFirst().map(SupportPlan::agreed).equals(Optional.of(agreed))) {
                return new Result.Done<>(id);
            }
            return store.plans(id).size() == version && store.add(caseId, id, version + 1, agreed, actor.id())
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }

    /**
     * Writes down that the person wants to be asked how it goes from a day on, or does not. The same once more changes nothing.
     *
     * @return stale if the job was withdrawn, or somebody else wrote at the same time
     * @throws NotFoundException if the actor may not, or the case has none such
     */
    @Transactional
    public Result<EmploymentId> wish(Actor.Staff actor, CaseId caseId, EmploymentId id, Wish wish) {
        return changing(actor, caseId, id, () -> {
            var today = LocalDate.now(clock);
            if (wish.on().isAfter(today)) {
                return Result.refused("on", "support.wish.on.ahead");
            }
            var last = store.wishes(id).stream().findFirst();
            if (last.filter(one -> one.on().isAfter(wish.on())).isPresent()) {
                return Result.refused(
                        "on", "support.wish.on.before-last", last.get().on());
            }
            return last.equals(Optional.of(wish)) || store.wish(caseId, id, wish, actor.id())
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }

    private Result<EmploymentId> changing(
            Actor.Staff actor, CaseId caseId, EmploymentId id, Supplier<Result<EmploymentId>> work) {
        return door.change(actor, Action.CHANGE_WORK_SUPPORT, Action.SEE_WORK_SUPPORT, caseId, () -> {
            var now = employments.find(caseId, id).orElseThrow(NotFoundException::new);
            return now.withdrawn().isPresent() ? new Result.Stale<>() : work.get();
        });
    }

    /** Whom it is time to talk with: somebody, about which job, within which days. */
    public record Due(CaseFrame person, EmploymentId id, Employment.Kind kind, String place, Window window) {}

    /**
     * Those of the own cases in which a contact is due.
     *
     * @param now within days that have begun
     * @param soon within days that begin in the next week
     */
    public record Round(List<Due> now, List<Due> soon, LocalDate today) {}

    /** @throws NotFoundException unless the actor works with persons */
    @Transactional
    public Round round(Actor.Staff actor) {
        guard.admit(actor, Action.SEE_CONTACT_LOG, ContactLog.OWN);
        var today = LocalDate.now(clock);
        var found = queries.toCome(actor.id(), today);
        var frames = lists.show(actor, found.stream().map(Next::trace).toList());
        var due = found.stream()
                .flatMap(next -> Stream.ofNullable(frames.get(next.caseId()))
                        .map(person -> new Due(person, next.id(), next.kind(), next.place(), next.window())))
                .toList();
        return new Round(
                due.stream().filter(one -> !one.window().first().isAfter(today)).toList(),
                due.stream().filter(one -> one.window().first().isAfter(today)).toList(),
                today);
    }
}
