package se.framsteg.plan.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import se.framsteg.plan.MeetingId;
import se.framsteg.shared.Time;

/**
 * A meeting about a joint plan.
 *
 * @param version rises with each change
 */
public record Meeting(MeetingId id, Planned planned, State state, int version) {
    public enum Kind {
        FIRST,
        FOLLOW_UP
    }

    public enum State {
        PLANNED,
        HELD,
        CANCELLED
    }

    /**
     * What is said about it beforehand.
     *
     * @param on its day, Swedish
     * @param at when it begins, Swedish time
     * @param minutes {@value #SHORTEST}–{@value #LONGEST}
     * @param place up to 300 characters; may be empty if there is a link
     * @param video the address of a meeting at a distance, https alone; may be empty if there is a place
     * @param interpreter the language that is interpreted; empty if none is
     * @param placeInCalendar whether the place tells nothing of the person, and may stand in a calendar file
     */
    public record Planned(
            Kind kind,
            LocalDate on,
            LocalTime at,
            int minutes,
            String place,
            String video,
            String interpreter,
            boolean placeInCalendar) {
        static final int SHORTEST = 15;
        static final int LONGEST = 480;

        /** At a place of which nobody has said that it may stand in a calendar file. */
        public Planned(
                Kind kind, LocalDate on, LocalTime at, int minutes, String place, String video, String interpreter) {
            this(kind, on, at, minutes, place, video, interpreter, false);
        }

        Instant begins() {
            return on.atTime(at).atZone(Time.SWEDEN).toInstant();
        }

        boolean sameTime(Planned other) {
            return on.equals(other.on) && at.equals(other.at);
        }

        /** The kind alone: where and when somebody meets stays out of logs. */
        @Override
        public String toString() {
            return kind.toString();
        }
    }

    /** When it ends, Swedish time. */
    public LocalTime ends() {
        return planned.at().plusMinutes(planned.minutes());
    }

    @Override
    public String toString() {
        return "meeting " + id;
    }
}
