package se.framsteg.pathway.steps;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A stay in a stage. The same stage can be entered again, and several at once.
 *
 * @param stage its key in the pathway
 * @param to the last day; empty while the person is there
 * @param reached whether what shows that it is reached was there when it was left; empty while the person is there, or if nobody has said
 */
public record Stay(
        StayId id, String stage, LocalDate from, Optional<LocalDate> to, Optional<Boolean> reached, int version) {

    public boolean isOpen() {
        return to.isEmpty();
    }

    @Override
    public String toString() {
        return "stay " + id;
    }
}
