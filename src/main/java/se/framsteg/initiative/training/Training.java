package se.framsteg.initiative.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.framsteg.shared.StaffId;

/**
 * That somebody is to take a course, or has.
 *
 * @param when planned, done or both
 */
public record Training(TrainingId id, Who who, CourseId course, When when, int version) {

    /** Who takes it. */
    public sealed interface Who {
        /** A colleague with an account. */
        record Colleague(StaffId id) implements Who {}

        /**
         * Somebody without one, such as a manager or politician.
         *
         * @param name 1–200 characters
         * @param role up to 200 characters, may be empty
         */
        record Other(String name, String role) implements Who {
            @Override
            public String toString() {
                return "somebody";
            }
        }
    }

    /**
     * @param planned its first day
     * @param done its last day, once it has been
     */
    public record When(Optional<LocalDate> planned, Optional<LocalDate> done) {
        /** A day further back than this, or further ahead, is a slip of the pen. */
        private static final int YEARS_BACK = 20;

        private static final int YEARS_AHEAD = 5;

        /** What can't be so: texts by field. */
        List<Fault> faults(LocalDate today) {
            var faults = new ArrayList<Fault>();
            if (planned.isEmpty() && done.isEmpty()) {
                faults.add(new Fault("planned", "training.day.required"));
            }
            if (planned.filter(day -> far(day, today)).isPresent()) {
                faults.add(new Fault("planned", "training.day.far"));
            }
            if (done.filter(day -> day.isAfter(today)).isPresent()) {
                faults.add(new Fault("done", "training.done.future"));
            } else if (done.filter(day -> far(day, today)).isPresent()) {
                faults.add(new Fault("done", "training.day.far"));
            }
            return faults;
        }

        private static boolean far(LocalDate day, LocalDate today) {
            return day.isBefore(today.minusYears(YEARS_BACK)) || day.isAfter(today.plusYears(YEARS_AHEAD));
        }
    }

    /** @param key of its text */
    record Fault(String field, String key) {}

    @Override
    public String toString() {
        return "training " + id;
    }
}
