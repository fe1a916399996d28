package se.framsteg.plan.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.shared.OrganisationId;

/**
 * Somebody who is asked to a meeting.
 *
 * @param sentAt when they were first told of it; from that day the clocks run
 * @param sentVersion the meeting's version that they have been told of last; 0 if of none
 */
public record Invitee(
        InviteeId id,
        How how,
        Asked asked,
        Optional<Instant> sentAt,
        int sentVersion,
        Optional<Replied> replied,
        Optional<Boolean> came,
        int version) {

    /** Those who are bound to come are summoned (kallas), all others invited (bjuds in). */
    public enum How {
        SUMMONS,
        INVITATION
    }

    public enum Part {
        PERSON,
        ORGANISATION,
        RELATIVE,
        INTERPRETER,
        OTHER
    }

    public enum Reply {
        YES,
        NO,
        /** Sends somebody else. */
        STAND_IN,
        /** Would come at another time. */
        OTHER_TIME
    }

    /**
     * Who it is.
     *
     * @param organisation for {@link Part#ORGANISATION} alone
     * @param name up to 200 characters; of an organisation who there, may be empty
     * @param role up to 200 characters, may be empty
     * @param email where the letter goes; empty if it goes on paper
     * @param brought whether they come because the person has asked for it, without a consent: they are told the day and place alone
     */
    public record Asked(
            Part part, Optional<OrganisationId> organisation, String name, String role, String email, boolean brought) {
        @Override
        public String toString() {
            return part.toString();
        }
    }

    /**
     * @param standIn who comes instead, up to 200 characters; empty for other replies
     * @param words what they said of it, up to {@value #LONGEST} characters, may be empty
     * @param on the day that they said so
     * @param own whether the person said so by themselves, on the own phone
     */
    public record Replied(Reply reply, String standIn, String words, LocalDate on, boolean own) {
        public static final int LONGEST = 500;

        /** Recorded by somebody else, without words. */
        public Replied(Reply reply, String standIn, LocalDate on) {
            this(reply, standIn, "", on, false);
        }

        @Override
        public String toString() {
            return reply.toString();
        }
    }

    @Override
    public String toString() {
        return "invitee " + id;
    }
}
