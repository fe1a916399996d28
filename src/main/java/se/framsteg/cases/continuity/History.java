package se.framsteg.cases.continuity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.framsteg.cases.activity.Activity;
import se.framsteg.shared.StaffId;

/**
 * What continuity is worked out from: a case from its start.
 *
 * @param from the day on which it started
 * @param to the last day that counts: its end, or today
 * @param goesOn whether it has not ended
 * @param held who has had it, in order
 * @param efforts what was not withdrawn; placements and jobs are efforts towards work
 * @param rests pauses, and the time between an end and a reopening
 */
record History(LocalDate from, LocalDate to, boolean goesOn, List<Held> held, List<Effort> efforts, List<Rest> rests) {
    History {
        held = List.copyOf(held);
        efforts = List.copyOf(efforts);
        rests = List.copyOf(rests);
    }

    /** @param until the day on which the next one took over; empty if nobody has */
    record Held(StaffId who, LocalDate from, Optional<LocalDate> until) {}

    /** @param to its last day; empty while it goes on */
    record Effort(Activity.Kind kind, LocalDate from, Optional<LocalDate> to) {}

    /** @param until the day on which the case went on; empty while it rests */
    record Rest(LocalDate from, Optional<LocalDate> until) {}
}
