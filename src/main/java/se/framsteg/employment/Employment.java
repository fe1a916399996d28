package se.framsteg.employment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import se.framsteg.cases.Span;

/**
 * A job, a placement or studies as stored.
 *
 * @param changes how its terms have changed since it began, in order
 * @param withdrawn why it was a mistake, if it was
 */
public record Employment(
        EmploymentId id, Details details, List<Change> changes, Optional<String> withdrawn, int version) {
    public Employment {
        changes = List.copyOf(changes);
    }

    public enum Kind {
        /** Praktik or arbetsträning: at a workplace without being employed. */
        PLACEMENT,
        JOB,
        STUDY
    }

    /** How a job is paid for. */
    public enum Subsidy {
        NONE,
        LONEBIDRAG,
        NYSTARTSJOBB,
        INTRODUKTIONSJOBB,
        ETABLERINGSJOBB,
        TRYGGHETSANSTALLNING,
        UTVECKLINGSANSTALLNING,
        /** Sheltered work at a public employer (OSA) or Samhall: not on the open market. */
        SKYDDAT_ARBETE,
        /** Another one than these. */
        OTHER,
        /** There is one, and nobody has told which. */
        SUBSIDISED,
        /** Nobody has told whether there is one. */
        UNKNOWN
    }

    public enum StudyLevel {
        FOLKHOGSKOLA,
        KOMVUX,
        GYMNASIUM,
        YRKESHOGSKOLA,
        HOGSKOLA,
        ARBETSMARKNADSUTBILDNING,
        OTHER
    }

    public enum EndReason {
        AS_PLANNED,
        /** A placement that became a job. */
        BECAME_JOB,
        NEW_JOB,
        STUDY,
        OWN_WISH,
        HEALTH,
        EMPLOYER,
        OTHER
    }

    /**
     * On what terms somebody is employed.
     *
     * @param permanent whether without an agreed end
     * @param wageInStep whether paid as others are for the same work, by collective agreement or custom; empty if nobody has told
     */
    public record Terms(boolean permanent, Subsidy subsidy, Optional<Boolean> wageInStep) {
        public Terms(boolean permanent, Subsidy subsidy) {
            this(permanent, subsidy, Optional.empty());
        }
    }

    /**
     * Where it is and what is done there.
     *
     * @param name the employer’s or the school’s, 1–200 characters
     * @param employer the same one in the register of employers, if it stands there
     * @param socialEnterprise whether it is a work-integrating social enterprise (ASF)
     * @param role what the person does or studies there; up to 200 characters, may be empty
     * @param occupation the occupation group of that, by its code; none of studies
     * @param level of studies, if told
     */
    public record Place(
            String name,
            Optional<UUID> employer,
            boolean socialEnterprise,
            String role,
            Optional<String> occupation,
            Optional<StudyLevel> level) {
        public Place(String name, String role) {
            this(name, Optional.empty(), false, role, Optional.empty(), Optional.empty());
        }

        @Override
        public String toString() {
            return "a place";
        }
    }

    /**
     * From a day on, other hours and terms than before.
     *
     * @param from after the first day
     * @param hours a week; empty if nobody has told
     * @param terms of a job; empty else
     */
    public record Change(LocalDate from, Optional<BigDecimal> hours, Optional<Terms> terms) {
        public Change {
            hours = hours.map(Employment::rounded);
        }
    }

    /**
     * What there is to know of it as it began, and when it ended.
     *
     * @param to the last day; empty while it goes on
     * @param hours a week, 0–80 with at most one decimal
     * @param terms of a job; empty else
     * @param endReason needed once the last day has come
     */
    public record Details(
            Kind kind,
            Place place,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<BigDecimal> hours,
            Optional<Terms> terms,
            Optional<EndReason> endReason) {
        /** Hours as they are stored, so that what is sent in twice is the same. */
        public Details {
            if (terms.isPresent() != (kind == Kind.JOB)) {
                throw new IllegalArgumentException("terms are of jobs alone");
            }
            if (kind == Kind.STUDY
                    ? place.socialEnterprise()
                            || place.employer().isPresent()
                            || place.occupation().isPresent()
                    : place.level().isPresent()) {
                throw new IllegalArgumentException("studies have a level, work an occupation and an employer");
            }
            hours = hours.map(Employment::rounded);
        }

        /** One of which nothing is told but what is asked of all. */
        public Details(
                Kind kind,
                String employer,
                String role,
                LocalDate from,
                Optional<LocalDate> to,
                Optional<BigDecimal> hours,
                Optional<Terms> terms,
                Optional<EndReason> endReason) {
            this(kind, new Place(employer, role), from, to, hours, terms, endReason);
        }

        public String employer() {
            return place.name();
        }

        public String role() {
            return place.role();
        }

        Span span() {
            return new Span(from, to, endReason.isPresent());
        }

        /** Whether that day is one on which its terms can have changed. */
        boolean canChangeOn(LocalDate day) {
            return day.isAfter(from) && to.filter(day::isAfter).isEmpty();
        }

        @Override
        public String toString() {
            return kind.toString();
        }
    }

    /**
     * Days on which the hours and terms are the same.
     *
     * @param to the last day; empty while they go on
     */
    public record Spell(LocalDate from, Optional<LocalDate> to, Optional<BigDecimal> hours, Optional<Terms> terms) {}

    /** How it began, and what it has become by each change, in order. */
    public List<Spell> spells() {
        var starts = new ArrayList<Change>();
        starts.add(new Change(details.from(), details.hours(), details.terms()));
        starts.addAll(changes);
        return IntStream.range(0, starts.size())
                .mapToObj(i -> {
                    var one = starts.get(i);
                    var to = i + 1 < starts.size()
                            ? Optional.of(starts.get(i + 1).from().minusDays(1))
                            : details.to();
                    return new Spell(one.from(), to, one.hours(), one.terms());
                })
                .toList();
    }

    /**
     * Whether work on those terms is on the open labour market: a job, subsidised or not, but neither at a work-integrating social
     * enterprise nor sheltered. The same is said to the database by {@code open_market}.
     */
    public boolean openMarket(Optional<Terms> terms) {
        return !details.place().socialEnterprise()
                && terms.filter(one -> one.subsidy() != Subsidy.SKYDDAT_ARBETE).isPresent();
    }

    private static BigDecimal rounded(BigDecimal hours) {
        return hours.setScale(1, RoundingMode.HALF_UP);
    }

    @Override
    public String toString() {
        return "employment " + id;
    }
}
