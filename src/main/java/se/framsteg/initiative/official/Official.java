package se.framsteg.initiative.official;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody's place in the organisation round an initiative, as an official.
 *
 * @param function what they do in it or are, must be there
 * @param organisation may be empty
 * @param name may be empty, as when nobody has been chosen yet
 * @param to the last day; empty as long as it goes on
 */
public record Official(
        OfficialId id,
        Circle circle,
        String function,
        String organisation,
        String name,
        LocalDate from,
        Optional<LocalDate> to,
        int version) {

    /** Where they sit. */
    public enum Circle {
        STEERING,
        WORKING,
        OTHER
    }

    boolean endsBeforeStart() {
        return to.filter(from::isAfter).isPresent();
    }

    public boolean over(LocalDate today) {
        return to.filter(today::isAfter).isPresent();
    }

    /** The function alone: names stay out of logs. */
    @Override
    public String toString() {
        return "official " + id;
    }
}
