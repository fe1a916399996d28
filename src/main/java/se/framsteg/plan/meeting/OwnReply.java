package se.framsteg.plan.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Result;
import se.framsteg.cases.own.OwnDoor;
import se.framsteg.cases.own.Standing;
import se.framsteg.plan.MeetingId;
import se.framsteg.shared.NotFoundException;

/** The participant’s own door to what they reply when they are asked to a meeting. */
@Component
public class OwnReply {
    private final OwnDoor door;
    private final MeetingStore meetings;
    private final InviteeStore invitees;
    private final Clock clock;

    OwnReply(OwnDoor door, MeetingStore meetings, InviteeStore invitees, Clock clock) {
        this.door = door;
        this.meetings = meetings;
        this.invitees = invitees;
        this.clock = clock;
    }

    /** What the person can reply. They send nobody else. */
    public enum Reply {
        YES,
        NO,
        OTHER_TIME
    }

    /**
     * The invitation.
     *
     * @param own how the person is asked, with what they have replied
     * @param ahead whether it is planned and its day has not passed
     */
    public record View(Standing standing, Meeting meeting, Invitee own, boolean ahead) {
        /** Whether there is something to reply to, and the person can. */
        public boolean open() {
            return ahead && standing == Standing.OPEN;
        }
    }

    /** @throws NotFoundException on a device that was handed over, or if the person is not asked to such a meeting */
    @Transactional
    public View see(Actor.Respondent participant, MeetingId id) {
        return view(door.admit(participant, Action.SEE_PLAN), id);
    }

    /**
     * The participant replies, as often as they like while the meeting is ahead. The same once more changes nothing.
     *
     * @param asked what they saw when they replied
     * @param words up to 500 characters, may be empty
     * @return stale if the meeting has been moved or somebody else has recorded a reply since, if it is no longer ahead, or if the person can’t
     *     write now
     * @throws NotFoundException on a device that was handed over, or if the person is not asked to such a meeting
     */
    @Transactional
    public Result<MeetingId> reply(
            Actor.Respondent participant, MeetingId id, Versions asked, Reply reply, String words) {
        return door.change(participant, Action.CHANGE_PLAN, Action.SEE_PLAN, facts -> {
            var now = view(facts, id);
            var replied =
                    new Invitee.Replied(Invitee.Reply.valueOf(reply.name()), "", words, LocalDate.now(clock), true);
            if (!now.ahead() || now.meeting().version() != asked.meeting()) {
                return new Result.Stale<>();
            }
            return now.own().replied().equals(Optional.of(replied))
                            || invitees.reply(now.own().id(), asked.own(), replied, Optional.empty())
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }

    /**
     * As something was when a form was filled in.
     *
     * @param meeting of the meeting
     * @param own of how the person is asked
     */
    public record Versions(int meeting, int own) {}

    private View view(CaseFacts facts, MeetingId id) {
        var meeting = meetings.ofCase(facts.id(), id).orElseThrow(NotFoundException::new);
        var own = invitees.of(id).stream()
                .filter(one -> one.asked().part() == Invitee.Part.PERSON)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var ahead = meeting.state() == Meeting.State.PLANNED
                && !meeting.planned().on().isBefore(LocalDate.now(clock));
        return new View(door.standing(facts), meeting, own, ahead);
    }
}
