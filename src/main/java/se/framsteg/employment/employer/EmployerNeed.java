package se.framsteg.employment.employer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.employment.Occupations;
import se.framsteg.shared.StaffId;

/** Whom an employer looks for, as stored. */
public record EmployerNeed(
        EmployerNeedId id, EmployerId employer, Details details, StaffId writtenBy, Instant writtenAt, int version) {
    /**
     * What is looked for.
     *
     * @param occupation a group of SSYK 2012
     * @param words up to 1000 characters; may be empty if there is an occupation
     * @param hours a week, 0–80 with at most one decimal
     * @param until the last day on which they look; empty if nobody has said
     * @param ended since when they look no longer
     */
    public record Details(
            Optional<WorkplaceId> workplace,
            Optional<String> occupation,
            String words,
            Optional<BigDecimal> hours,
            LocalDate from,
            Optional<LocalDate> until,
            Optional<LocalDate> ended) {
        /** Hours as they are stored, so that what is sent in twice is the same. */
        public Details {
            hours = hours.map(number -> number.setScale(1, RoundingMode.HALF_UP));
        }

        /** Whether they look on that day. */
        public boolean open(LocalDate day) {
            return !from.isAfter(day)
                    && until.filter(day::isAfter).isEmpty()
                    && ended.filter(end -> !end.isAfter(day)).isEmpty();
        }

        Details endedOn(LocalDate day) {
            return new Details(workplace, occupation, words, hours, from, until, Optional.of(day));
        }

        List<Refusal> faults() {
            var faults = new ArrayList<Refusal>();
            if (occupation.isEmpty() && words.isEmpty()) {
                faults.add(Refusal.of("words", "employer-need.words.required"));
            }
            if (occupation.filter(code -> Occupations.find(code).isEmpty()).isPresent()) {
                faults.add(Refusal.of("occupation", "employer-need.occupation.unknown"));
            }
            if (until.filter(day -> day.isBefore(from)).isPresent()) {
                faults.add(Refusal.of("until", "employer-need.until.before"));
            }
            return faults;
        }

        @Override
        public String toString() {
            return "what an employer looks for";
        }
    }

    @Override
    public String toString() {
        return "employer need " + id;
    }
}
