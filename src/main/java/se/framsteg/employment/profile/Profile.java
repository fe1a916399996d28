package se.framsteg.employment.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.employment.Occupations;
import se.framsteg.employment.employer.Branch;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/**
 * A version of a person's vocational profile, as stored.
 *
 * @param number from 1
 */
public record Profile(CaseId caseId, int number, Content content, StaffId savedBy, Instant savedAt) {
    /** Longer words belong in a note. */
    static final int LONGEST = 4000;

    public static final int MOST_OCCUPATIONS = 5;
    static final int MOST_MUNICIPALITIES = 20;
    static final int LONGEST_WAY = 300;

    /** Why it was written. IPS-25, item 14: in two or three talks to begin with, and again after each job. */
    public enum Occasion {
        TALK,
        AFTER_JOB,
        OTHER
    }

    public enum PartOfDay {
        MORNING,
        DAY,
        EVENING,
        NIGHT,
        WEEKEND
    }

    /**
     * When somebody wants to work.
     *
     * @param least hours a week, 0–80
     * @param most hours a week, 0–80
     */
    public record Hours(Optional<BigDecimal> least, Optional<BigDecimal> most, Set<PartOfDay> partsOfDay) {
        public Hours {
            least = least.map(number -> number.setScale(1, RoundingMode.HALF_UP));
            most = most.map(number -> number.setScale(1, RoundingMode.HALF_UP));
            partsOfDay = partsOfDay.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(partsOfDay));
        }

        boolean hold(BigDecimal hours) {
            return (least.isPresent() || most.isPresent())
                    && least.filter(number -> number.compareTo(hours) > 0).isEmpty()
                    && most.filter(number -> number.compareTo(hours) < 0).isEmpty();
        }
    }

    /**
     * What the person has said in words of their own, or the coach of them. Each may be empty.
     *
     * @param wants what they want to work with
     * @param licences languages too
     * @param learns how they learn, and what support helps
     * @param experiences of earlier jobs
     */
    public record Words(
            String wants, String avoids, String strengths, String licences, String learns, String experiences) {
        boolean isEmpty() {
            return Stream.of(wants, avoids, strengths, licences, learns, experiences)
                    .allMatch(String::isEmpty);
        }

        @Override
        public String toString() {
            return "words of a profile";
        }
    }

    /**
     * What a version tells.
     *
     * @param talkedOn the day of the talk that it comes of
     * @param occupations groups of SSYK 2012 to work in
     * @param municipalities in which to work
     * @param longestWay minutes one way, 0–300
     */
    public record Content(
            Occasion occasion,
            LocalDate talkedOn,
            List<String> occupations,
            Set<Branch> branches,
            List<String> municipalities,
            Optional<Integer> longestWay,
            Hours hours,
            Words words) {
        public Content {
            occupations = occupations.stream().distinct().toList();
            branches = branches.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(branches));
            municipalities = municipalities.stream().distinct().toList();
        }

        boolean isIn(String municipality) {
            return municipalities.stream()
                    .anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(municipality.toLowerCase(Locale.ROOT)));
        }

        private boolean isEmpty() {
            return occupations.isEmpty()
                    && branches.isEmpty()
                    && municipalities.isEmpty()
                    && longestWay.isEmpty()
                    && hours.least().isEmpty()
                    && hours.most().isEmpty()
                    && hours.partsOfDay().isEmpty()
                    && words.isEmpty();
        }

        /** What in it can't be so: each at its field. */
        List<Refusal> faults(LocalDate today) {
            var faults = new ArrayList<Refusal>();
            if (talkedOn.isAfter(today)) {
                faults.add(Refusal.of("talkedOn", "profile.talked-on.future"));
            }
            if (occupations.size() > MOST_OCCUPATIONS
                    || occupations.stream()
                            .anyMatch(code -> Occupations.find(code).isEmpty())) {
                faults.add(Refusal.of("occupation1", "employer-need.occupation.unknown"));
            }
            if (municipalities.size() > MOST_MUNICIPALITIES) {
                faults.add(Refusal.of("municipalities", "profile.municipalities.too-many", MOST_MUNICIPALITIES));
            }
            if (hours.least().isPresent()
                    && hours.most()
                            .filter(most -> most.compareTo(hours.least().get()) < 0)
                            .isPresent()) {
                faults.add(Refusal.of("hoursMost", "profile.hours.order"));
            }
            if (isEmpty()) {
                faults.add(Refusal.of("wants", "profile.empty.required"));
            }
            return faults;
        }

        @Override
        public String toString() {
            return "content of a profile";
        }
    }

    @Override
    public String toString() {
        return "profile of case " + caseId + " " + number;
    }
}
