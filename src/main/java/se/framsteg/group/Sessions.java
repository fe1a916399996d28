package se.framsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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

    /** As long after the last session the names are open to the leaders (led_enrolments); then nothing opens them again. */
    private static final int DAYS_AFTER_THE_LAST = 90;

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private final Guard guard;
    private final GroupStore groups;
    private final SessionStore sessions;
    private final Groups.People people;
    private final Clock clock;

    Sessions(Guard guard, GroupStore groups, SessionStore sessions, Groups.People people, Clock clock) {
        this.guard = guard;
        this.groups = groups;
        this.sessions = sessions;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Adds sessions, each a week after the other. The same series once more changes nothing.
     *
     * @param series a new id; the same when the same form is sent twice
     * @param times how many, 1–52
     * @return stale if something else has been saved under the id
     * @throws NotFoundException if the actor may not
     */
    @Transactional
    public Result<GroupId> add(Actor.Staff actor, GroupId group, UUID series, Details first, int times) {
        return changing(actor, group, () -> {
            if (sessions.ofSeries(group, series).isEmpty()) {
                var faults = faults(first);
                longOver(group).ifPresent(faults::add);
                faults.addAll(strangers(group, first, Optional.empty()));
                if (!faults.isEmpty()) {
                    return new Result.Refused<>(faults);
                }
                sessions.add(group, series, first, times);
            }
            return sessions.ofSeries(group, series).equals(weekly(first, times))
                    ? new Result.Done<>(group)
                    : new Result.Stale<>();
        });
    }

    private static List<Details> weekly(Details first, int times) {
        return IntStream.range(0, times)
                .mapToObj(week -> first.on(first.on().plusWeeks(week)))
                .toList();
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
            var moved = !details.on().equals(now.details().on());
            if (moved && now.attendance() > 0) {
                faults.add(Refusal.of("on", "session.on.attended"));
            } else if (moved) {
                longOver(group).ifPresent(faults::add);
            }
            faults.addAll(strangers(group, details, Optional.of(now.details())));
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

    private Optional<Refusal> longOver(GroupId id) {
        return groups.find(id)
                .flatMap(Programme::last)
                .filter(last -> last.isBefore(LocalDate.now(clock).minusDays(DAYS_AFTER_THE_LAST)))
                .map(_ -> Refusal.of("on", "session.on.long-over", DAYS_AFTER_THE_LAST));
    }

    /** Who in it can't be chosen. Whoever was chosen already may stay, though they work there no longer. */
    private List<Refusal> strangers(GroupId id, Details details, Optional<Details> before) {
        var group = groups.find(id).orElseThrow(NotFoundException::new);
        var faults = new ArrayList<Refusal>();
        if (!details.leader().equals(before.flatMap(Details::leader))
                && details.leader()
                        .filter(one -> !people.eligible(group.organisation()).containsKey(one))
                        .isPresent()) {
            faults.add(Refusal.of("leader", "session.leader.unknown"));
        }
        if (!details.lecturer().equals(before.flatMap(Details::lecturer))
                && details.lecturer()
                        .filter(one -> !people.organisations()
                                .names(group.association())
                                .containsKey(one))
                        .isPresent()) {
            faults.add(Refusal.of("lecturer", "session.lecturer.unknown"));
        }
        return faults;
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
