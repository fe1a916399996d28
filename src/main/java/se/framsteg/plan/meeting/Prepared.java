package se.framsteg.plan.meeting;

import java.time.Instant;
import java.util.Optional;

/**
 * What was prepared with the person about a meeting, as far as others in the room may see it: never what is not to be taken up. Each may be
 * empty.
 *
 * @param urgent what is most urgent
 * @param takeUp what to take up
 * @param comes who is to come, as the person wants it
 * @param place where, or how
 * @param support what the person needs to be able to take part
 * @param at when it was saved last; empty if nothing was
 */
public record Prepared(String urgent, String takeUp, String comes, String place, String support, Optional<Instant> at) {
    static final Prepared NOTHING = new Prepared("", "", "", "", "", Optional.empty());

    /** Whether there is something that the meeting is to begin with. */
    public boolean isToTakeUp() {
        return !urgent.isEmpty() || !takeUp.isEmpty();
    }

    @Override
    public String toString() {
        return "prepared";
    }
}
