package se.framsteg.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.assessment.RoundHistory.Kind;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.initiative.InstrumentChanged;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.StaffId;

/**
 * The door by which a round is moved, skipped, taken up after all or opened again. What has been sent in stays as it is,
 * whatever is done. Each change is remembered with its reason.
 */
@Component
public class RoundChanges {
    /** A round outside the schedule can be put off by so many days from when it opened: our own choice, one interval. */
    static final int LONGEST_MOVE = 90;

    private final RoundTable rounds;
    private final RoundHistory history;
    private final RoundPlans plans;
    private final Guard guard;
    private final Asking asking;
    private final Clock clock;

    RoundChanges(RoundTable rounds, RoundHistory history, RoundPlans plans, Guard guard, Asking asking, Clock clock) {
        this.rounds = rounds;
        this.history = history;
        this.plans = plans;
        this.guard = guard;
        this.asking = asking;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param due the new due day, for a move
     * @param reason 1–500 characters
     */
    public record Asked(RoundChange change, Optional<LocalDate> due, String reason) {
        static Asked move(LocalDate due, String reason) {
            return new Asked(RoundChange.MOVE, Optional.of(due), reason);
        }

        static Asked of(RoundChange change, String reason) {
            return new Asked(change, Optional.empty(), reason);
        }
    }

    /** The days on which a round can be due, so that it meets neither the one before nor the one after. */
    public record Bounds(LocalDate earliest, LocalDate latest) {
        boolean hold(LocalDate day) {
            return !day.isBefore(earliest) && !day.isAfter(latest);
        }
    }

    /** What came of asking. What was not done left nothing changed. */
    public sealed interface Result {
        record Done() implements Result {}

        /** The round has been changed, answered or closed since it was read. */
        record Stale(Round now) implements Result {}

        /** Something in it can't be so. */
        record Refused(List<Refusal> reasons) implements Result {}
    }

    /**
     * Does this with the round.
     *
     * @param version of the round as it was when this was made up
     * @throws NotFoundException if the actor may not change the round
     */
    @Transactional
    public Result change(Actor.Staff staff, RoundId id, int version, Asked asked) {
        rounds.lock(id);
        var permit = guard.permit(staff, Action.CHANGE_ROUND, id);
        var result = store(staff, id, version, asked);
        permit.journal(result instanceof Result.Done ? Action.CHANGE_ROUND : Action.SEE_PROGRESSION);
        return result;
    }

    private Result store(Actor.Staff staff, RoundId id, int version, Asked asked) {
        var round = rounds.find(id).orElseThrow(NotFoundException::new);
        if (round.version() != version || !round.permits(asked.change(), today())) {
            return new Result.Stale(round);
        }
        var faults = faults(round, asked);
        if (!faults.isEmpty()) {
            return new Result.Refused(faults);
        }
        return switch (asked.change()) {
            case MOVE -> move(staff.id(), round, asked);
            case SKIP ->
                rounds.skip(id) ? done(staff.id(), round, Kind.SKIPPED, asked.reason()) : new Result.Stale(round);
            case TAKE_UP -> {
                rounds.open(id, false);
                yield done(staff.id(), round, Kind.TAKEN_UP, asked.reason());
            }
            case REOPEN -> reopen(staff.id(), round, asked.reason());
        };
    }

    /** What in it can't be so. Guards nothing: for a round that the one who asks sees. */
    List<Refusal> faults(Round round, Asked asked) {
        var faults = new ArrayList<Refusal>();
        var bounds = bounds(round);
        if (asked.due().filter(due -> !bounds.hold(due)).isPresent()) {
            faults.add(Refusal.of("due", "round-change.due.outside", bounds.earliest(), bounds.latest()));
        }
        if (asked.reason().isBlank()) {
            faults.add(Refusal.of("reason", "round-change.reason.required"));
        }
        return faults;
    }

    private Result move(StaffId by, Round round, Asked asked) {
        var due = asked.due().orElse(round.dueOn());
        var shift = ChronoUnit.DAYS.between(round.dueOn(), due);
        rounds.plan(round.id(), opens(round, shift, due), due, closes(round, shift, due));
        return done(by, round, Kind.MOVED, asked.reason());
    }

    /** A round that has opened stays open: somebody may have a key, or the form on paper. */
    private LocalDate opens(Round round, long shift, LocalDate due) {
        if (!round.opensOn().isAfter(today())) {
            return round.opensOn();
        }
        var before = plans.closeBefore(round).map(day -> day.plusDays(1)).orElse(LocalDate.MIN);
        return earliest(due, latest(round.opensOn().plusDays(shift), before));
    }

    private LocalDate closes(Round round, long shift, LocalDate due) {
        var next = plans.openAfter(round).map(day -> day.minusDays(1)).orElse(LocalDate.MAX);
        return latest(due, earliest(round.closesOn().plusDays(shift), next));
    }

    /** Where a round can be moved to now: from today, and between the windows of its neighbours in the schedule. */
    Bounds bounds(Round round) {
        var before = plans.closeBefore(round).map(day -> day.plusDays(1)).orElse(LocalDate.MIN);
        var after = plans.openAfter(round)
                .map(day -> day.minusDays(1))
                .orElse(round.opensOn().plusDays(LONGEST_MOVE));
        return new Bounds(latest(today(), before), after);
    }

    /**
     * The round takes answers for two more weeks. If one has sent in, what that one answered has been shown since the round
     * closed: the other no longer answers blind, and the round says so ever after.
     */
    private Result reopen(StaffId by, Round round, String reason) {
        var due = today().plusDays(Rounds.DAYS_TO_ANSWER);
        var bound = round.around().nextOpensOn().map(day -> day.minusDays(1)).orElse(due);
        var dueNow = earliest(due, bound);
        rounds.open(round.id(), round.participantSent() || round.caseworkerSent());
        rounds.plan(round.id(), round.opensOn(), dueNow, latest(dueNow, round.closesOn()));
        return done(by, round, Kind.REOPENED, reason);
    }

    private Result done(StaffId by, Round before, Kind kind, String reason) {
        history.write(before.id(), kind, Optional.of(by), reason, before.dueOn());
        return new Result.Done();
    }

    /**
     * Questions that nobody has met yet become the new ones; a round that has opened keeps those it opened with. Whoever
     * changes the initiative need not see a single case.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InstrumentChanged event) {
        asking.byInstallation(() -> change(event));
    }

    private List<RoundId> change(InstrumentChanged event) {
        var changed = rounds.changeInstrument(event.initiative(), event.instrument(), today());
        changed.forEach(round -> history.write(round, Kind.INSTRUMENT, Optional.empty(), "", dueOn(round)));
        return changed;
    }

    private LocalDate dueOn(RoundId round) {
        return rounds.find(round).orElseThrow(NotFoundException::new).dueOn();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
