package se.framsteg.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The meeting about the plan that lies ahead, for those who take part without having the case.
 *
 * @param minutes how long it is planned to last
 * @param place where it is, up to 300 characters, may be empty
 * @param video how to come to it at a distance, up to 500 characters, may be empty
 * @param interpreter language or other, up to 200 characters, may be empty
 * @param invited those who are asked to come, as far as whoever is asking sees them, without addresses
 */
public record NextMeeting(
        MeetingId id,
        LocalDate on,
        LocalTime at,
        int minutes,
        String place,
        String video,
        String interpreter,
        List<Invited> invited) {
    public NextMeeting {
        invited = List.copyOf(invited);
    }

    /** As what somebody comes. */
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
        /** Somebody else comes instead. */
        STAND_IN,
        /** Would come at another time. */
        OTHER_TIME
    }

    /**
     * Somebody who is asked to come.
     *
     * @param organisation its name; empty for those who come as themselves
     * @param reply empty as long as they have not answered
     */
    public record Invited(Part part, String name, String role, String organisation, Optional<Reply> reply) {
        @Override
        public String toString() {
            return "invited as " + part;
        }
    }

    /** Whether its day has not passed. */
    public boolean isAhead(LocalDate today) {
        return !on.isBefore(today);
    }

    /** Whether somebody who comes as this has not answered. */
    public boolean waitsFor(Part part) {
        return invited.stream()
                .anyMatch(one -> one.part() == part && one.reply().isEmpty());
    }

    /** Whether the way to it at a distance can be opened in a browser. */
    public boolean videoIsAddress() {
        return video.matches("https://\\S+");
    }

    @Override
    public String toString() {
        return "meeting on " + on;
    }
}
