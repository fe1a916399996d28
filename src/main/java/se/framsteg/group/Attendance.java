package se.framsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.audit.Journal;
import se.framsteg.cases.Result;
import se.framsteg.shared.NotFoundException;

/** The door to attendance, for the leaders of a group. Saved again it is corrected. */
@Component
public class Attendance {
    private final Guard guard;
    private final Journal journal;
    private final GroupStore groups;
    private final SessionStore sessions;
    private final EnrolmentStore enrolments;
    private final AttendanceStore attendance;
    private final Clock clock;

    Attendance(
            Guard guard,
            Journal journal,
            GroupStore groups,
            SessionStore sessions,
            EnrolmentStore enrolments,
            AttendanceStore attendance,
            Clock clock) {
        this.guard = guard;
        this.journal = journal;
        this.groups = groups;
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.attendance = attendance;
        this.clock = clock;
    }

    /**
     * The list of a session.
     *
     * @param people who took part in the group that day, to what they are called, in order
     * @param marks what has been saved of them
     * @param held whether the day has come: before that nobody can have come
     */
    public record View(
            Programme group,
            Session session,
            Map<EnrolmentId, String> people,
            Map<EnrolmentId, Mark> marks,
            boolean held) {
        @Override
        public String toString() {
            return "attendance of " + session.id();
        }
    }

    /** @throws NotFoundException if the actor does not lead the group, or it has no such session */
    @Transactional
    public View see(Actor.Staff actor, GroupId id, SessionId sessionId) {
        if (!guard.admit(actor, Action.SEE_GROUP, id).contains(Action.TAKE_ATTENDANCE)) {
            throw new NotFoundException();
        }
        var session = sessions.find(id, sessionId).orElseThrow(NotFoundException::new);
        var marks = attendance.of(sessionId);
        var listed = listed(session, marks);
        journal.write(
                actor.who(),
                Action.LIST_CASE.name(),
                listed.stream().map(EnrolmentStore.Led::trace).toList());
        var people = new LinkedHashMap<EnrolmentId, String>();
        listed.forEach(one -> people.put(one.id(), one.called()));
        return new View(
                groups.find(id).orElseThrow(NotFoundException::new),
                session,
                people,
                marks,
                session.held(LocalDate.now(clock)));
    }

    private List<EnrolmentStore.Led> listed(Session session, Map<EnrolmentId, Mark> marks) {
        var day = session.details().on();
        return enrolments.led(session.group()).stream()
                .filter(one -> marks.containsKey(one.id())
                        || !one.from().isAfter(day)
                                && one.to().filter(last -> last.isBefore(day)).isEmpty())
                .toList();
    }

    /**
     * Saves who came, for those in {@code marks}; what is saved of others stays.
     *
     * @param version {@link Session#attendance} as it was when the list was read
     * @return stale if somebody else has saved something else since; refused of a session that has not been, or is cancelled
     * @throws NotFoundException if the actor does not lead the group, or it has no such session
     */
    @Transactional
    public Result<SessionId> save(
            Actor.Staff actor, GroupId id, SessionId sessionId, int version, Map<EnrolmentId, Mark> marks) {
        var permit = guard.permit(actor, Action.TAKE_ATTENDANCE, id);
        var session = sessions.find(id, sessionId).orElseThrow(NotFoundException::new);
        if (!session.held(LocalDate.now(clock))) {
            permit.journal(Action.SEE_GROUP);
            return Result.refused("", "attendance.not-held");
        }
        var saved = attendance.save(session, version, marks, actor.id())
                || attendance.of(sessionId).entrySet().containsAll(marks.entrySet());
        permit.journal(saved ? Action.TAKE_ATTENDANCE : Action.SEE_GROUP);
        if (!saved) {
            return new Result.Stale<>();
        }
        journal.write(
                actor.who(),
                Action.TAKE_ATTENDANCE.name(),
                enrolments.led(id).stream()
                        .filter(one -> marks.containsKey(one.id()))
                        .map(EnrolmentStore.Led::trace)
                        .toList());
        return new Result.Done<>(sessionId);
    }
}
