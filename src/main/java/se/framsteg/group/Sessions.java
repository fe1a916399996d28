package se.framsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.group.Session.Details;
import se.framsteg.shared.NotFoundException;

/** The door to the sessions of groups: added one by one or as a series, changed and cancelled. */
@Component("groupSessions")
public class Sessions {
    /** A year of weeks is longer than any group goes on: our own choice. */
    public static final int MOST_AT_ONCE = 52;

    /** A day further away, ahead or back, is a slip of the pen: our own choice. */
    private static final int YEARS = 2;

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private final Guard guard;
    private final SessionStore sessions;
    private final Clock clock;

    Sessions(Guard guard, SessionStore sessions, Clock clock) {
        this.guard = guard;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Adds sessions, each a week after the other. The same series once more changes nothing.
     *
     * @param series a new id; the same when the same form is sent twice
     * @param times how many, 1–52
     * @throws NotFoundException if the actor may not
     */
    @Transactional
    public Result<GroupId> add(Actor.Staff actor, GroupId group, UUID series, Details first, int times) {
        return changing(actor, group, () -> {
            var faults = faults(first);
            if (!faults.isEmpty()) {
                return new Result.Refused<>(faults);
            }
            sessions.add(group, series, first, times);
            return new Result.Done<>(group);
        });
    }

    /**
     * Changes what is planned of a session.
     *
     * @param version as it was when the change was made up
     * @return stale if somebody else has changed or cancelled it
     * @throws NotFoundException if the actor may not, or the group has none such
     */
    @Transactional
    public Result<GroupId> change(Actor.Staff actor, GroupId group, SessionId id, int version, Details details) {
        return changing(actor, group, () -> {
            var now = sessions.find(group, id).orElseThrow(NotFoundException::new);
            var faults = faults(details);
            if (now.attendance() > 0 && details.on().isAfter(LocalDate.now(clock))) {
                faults.add(Refusal.of("on", "session.on.attended"));
            }
            if (!faults.isEmpty()) {
                return new Result.Refused<>(faults);
            }
            return sessions.change(id, version, details) ? new Result.Done<>(group) : new Result.Stale<>();
        });
    }

    /**
     * Cancels a session. It stays readable, and those enrolled are told on their own page.
     *
     * @param why up to 500 characters, may be empty
     * @return stale if somebody else has changed it
     * @throws NotFoundException if the actor may not, or the group has none such
     */
    @Transactional
    public Result<GroupId> cancel(Actor.Staff actor, GroupId group, SessionId id, int version, String why) {
        return changing(actor, group, () -> {
            var now = sessions.find(group, id).orElseThrow(NotFoundException::new);
            if (now.attendance() > 0) {
                return Result.refused("why", "session.cancel.attended");
            }
            return sessions.cancel(id, version, why) ? new Result.Done<>(group) : new Result.Stale<>();
        });
    }

    private Result<GroupId> changing(Actor.Staff actor, GroupId group, Supplier<Result<GroupId>> work) {
        var permit = guard.permit(actor, Action.CHANGE_GROUP, group);
        var result = work.get();
        permit.journal(result instanceof Result.Done<?> ? Action.CHANGE_GROUP : Action.SEE_GROUP);
        return result;
    }

    /** What in it can't be so. */
    List<Refusal> faults(Details details) {
        var faults = new ArrayList<Refusal>();
        var today = LocalDate.now(clock);
        if (details.on().isAfter(today.plusYears(YEARS)) || details.on().isBefore(today.minusYears(YEARS))) {
            faults.add(Refusal.of("on", "session.on.far", YEARS));
        }
        if (details.at().toSecondOfDay() / 60 + details.minutes() >= MINUTES_OF_A_DAY) {
            faults.add(Refusal.of("minutes", "session.minutes.past-midnight"));
        }
        if (details.materials().lines().anyMatch(Session.Material::faulty)) {
            faults.add(Refusal.of("materials", "session.materials.link"));
        }
        return faults;
    }
}
