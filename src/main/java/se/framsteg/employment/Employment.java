package se.framsteg.employment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.cases.Span;

/**
 * A job or a placement as stored.
 *
 * @param withdrawn why it was a mistake, if it was
 */
public record Employment(EmploymentId id, Details details, Optional<String> withdrawn, int version) {

    public enum Kind {
        /** Praktik or arbetsträning: at a workplace without being employed. */
        PLACEMENT,
        JOB
    }

    /** How a job is paid for. */
    public enum Subsidy {
        NONE,
        SUBSIDISED,
        /** Employed by a work-integrating social enterprise (ASF). */
        SOCIAL_ENTERPRISE
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
     */
    public record Terms(boolean permanent, Subsidy subsidy) {}

    /**
     * What there is to know of a job or placement.
     *
     * @param employer 1–200 characters
     * @param role what the person does there; up to 200 characters, may be empty
     * @param to the last day; empty while it goes on
     * @param hours a week, 0–80 with at most one decimal
     * @param terms of a job; empty for a placement
     * @param endReason needed once the last day has come
     */
    public record Details(
            Kind kind,
            String employer,
            String role,
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
            hours = hours.map(number -> number.setScale(1, RoundingMode.HALF_UP));
        }

        Span span() {
            return new Span(from, to, endReason.isPresent());
        }

        @Override
        public String toString() {
            return kind.toString();
        }
    }

    @Override
    public String toString() {
        return "employment " + id;
    }
}
