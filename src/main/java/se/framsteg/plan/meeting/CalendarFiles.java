package se.framsteg.plan.meeting;

import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.plan.MeetingId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Texts;

/** The door to calendar files, for those who call and those who are called. */
@Component
public class CalendarFiles {
    private final Guard guard;
    private final MeetingStore meetings;
    private final OwnCalls calls;
    private final MessageSource messages;
    private final Clock clock;

    CalendarFiles(Guard guard, MeetingStore meetings, OwnCalls calls, MessageSource messages, Clock clock) {
        this.guard = guard;
        this.meetings = meetings;
        this.calls = calls;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The meeting as a calendar file.
     *
     * @throws NotFoundException if the actor may not send it, or it is not a meeting that is ahead
     */
    @Transactional
    byte[] of(Actor.Staff actor, CaseId caseId, MeetingId id) {
        guard.permit(actor, Action.CALL_TO_PLAN, caseId).journal(Action.SEE_WHOLE_PLAN);
        return meetings.find(caseId, id)
                .filter(one -> one.state() == Meeting.State.PLANNED)
                .map(this::file)
                .orElseThrow(NotFoundException::new);
    }

    /**
     * The meeting that the actor's organisation has been called to.
     *
     * @throws NotFoundException as for {@link OwnCalls#see}
     */
    @Transactional
    byte[] called(Actor.Staff actor, CaseId caseId, InviteeId id) {
        return file(calls.see(actor, caseId, id).meeting());
    }

    private byte[] file(Meeting meeting) {
        return CalendarFile.of(meeting, summary(messages), meetings.placeForCalendar(meeting.id()), clock.instant());
    }

    /** Without a place: an e-mail is read on its way. */
    static byte[] toMail(Meeting meeting, MessageSource messages, Clock clock) {
        return CalendarFile.of(meeting, summary(messages), "", clock.instant());
    }

    private static String summary(MessageSource messages) {
        return new Texts(messages, Locale.of("sv")).of("plan.calendar.summary");
    }
}
