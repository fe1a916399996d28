package se.framsteg.employment.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.framsteg.employment.Employment;
import se.framsteg.employment.Employment.Kind;
import se.framsteg.employment.Employment.Spell;

/**
 * What became of it since the start of a case, as docs/employment.md defines it. The same is worked out for many cases by
 * {@link OutcomeQueries#EACH}. Days are counted from the start to the last day asked about, both among them, whether the case has ended or not.
 *
 * @param days all of them
 * @param job days with a job
 * @param open days with a job on the open labour market
 * @param any days with a job, a placement or studies
 * @param hours of the jobs together, in whole hours; as far as they are known
 * @param toJob days from the start to the first day of the first job that began then or later
 * @param toOpen the same to the first day on which such a job was on the open labour market
 * @param begun how many jobs began at the start or later
 * @param jobs how many jobs there were on some of the days
 * @param longest the most days of one job
 */
public record Outcome(
        int days,
        int job,
        int open,
        int placement,
        int study,
        int any,
        int hours,
        Optional<Integer> toJob,
        Optional<Integer> toOpen,
        int begun,
        int jobs,
        int longest,
        Now now) {

    /**
     * Where the person is on the last day.
     *
     * @param hours a week of all that goes on, as far as they are known
     * @param since the first of the days on end, up to the last, with a job, a placement or studies: at the earliest the start
     */
    public record Now(
            boolean job,
            boolean open,
            boolean placement,
            boolean study,
            Optional<BigDecimal> hours,
            Optional<LocalDate> since) {}

    /** The share of the days with a job, in whole percent. */
    public int percent() {
        return (int) Math.round(100.0 * job / days);
    }

    /** @param last not before the start */
    static Outcome of(LocalDate start, LocalDate last, List<Employment> employments) {
        return new Count(
                        start,
                        (int) ChronoUnit.DAYS.between(start, last) + 1,
                        employments.stream()
                                .filter(one -> one.withdrawn().isEmpty())
                                .toList())
                .outcome();
    }

    /** Counts day by day: the first is 0. */
    private record Count(LocalDate start, int days, List<Employment> employments) {
        private record Part(Employment whole, Spell spell, BitSet days) {
            boolean of(Kind kind) {
                return whole.details().kind() == kind;
            }

            boolean open() {
                return of(Kind.JOB) && whole.openMarket(spell.terms());
            }
        }

        Outcome outcome() {
            var parts = employments.stream().flatMap(this::parts).toList();
            var any = together(parts, _ -> true);
            var began = parts.stream()
                    .filter(part -> !part.whole().details().from().isBefore(start))
                    .toList();
            var jobs = employments.stream()
                    .filter(one -> one.details().kind() == Kind.JOB)
                    .map(one -> together(parts, part -> part.whole() == one))
                    .filter(job -> !job.isEmpty())
                    .toList();
            return new Outcome(
                    days,
                    together(parts, part -> part.of(Kind.JOB)).cardinality(),
                    together(parts, Part::open).cardinality(),
                    together(parts, part -> part.of(Kind.PLACEMENT)).cardinality(),
                    together(parts, part -> part.of(Kind.STUDY)).cardinality(),
                    any.cardinality(),
                    hours(parts),
                    first(together(began, part -> part.of(Kind.JOB))),
                    first(together(began, Part::open)),
                    (int) began.stream()
                            .filter(part -> part.of(Kind.JOB))
                            .map(Part::whole)
                            .distinct()
                            .count(),
                    jobs.size(),
                    jobs.stream().mapToInt(BitSet::cardinality).max().orElse(0),
                    now(parts, any));
        }

        /** What of it lies within the days. */
        private Stream<Part> parts(Employment employment) {
            return employment.spells().stream()
                    .map(spell -> new Part(employment, spell, within(spell)))
                    .filter(part -> !part.days().isEmpty());
        }

        private BitSet within(Spell spell) {
            var set = new BitSet();
            var from = Math.max(0, ChronoUnit.DAYS.between(start, spell.from()));
            var until = spell.to()
                    .map(to -> Math.min(days, ChronoUnit.DAYS.between(start, to) + 1))
                    .orElse((long) days);
            if (from < until) {
                set.set((int) from, until.intValue());
            }
            return set;
        }

        private static BitSet together(List<Part> parts, Predicate<Part> which) {
            var set = new BitSet();
            parts.stream().filter(which).forEach(part -> set.or(part.days()));
            return set;
        }

        private static Optional<Integer> first(BitSet set) {
            var found = set.stream().findFirst();
            return found.isEmpty() ? Optional.empty() : Optional.of(found.getAsInt());
        }

        /** A day is a seventh of a week. */
        private static int hours(List<Part> parts) {
            return parts.stream()
                    .filter(part -> part.of(Kind.JOB))
                    .flatMap(part -> part.spell().hours().stream()
                            .map(hours -> hours.multiply(
                                    BigDecimal.valueOf(part.days().cardinality()))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(7), 0, RoundingMode.HALF_UP)
                    .intValueExact();
        }

        private Now now(List<Part> parts, BitSet any) {
            var last = days - 1;
            var on = parts.stream().filter(part -> part.days().get(last)).toList();
            return new Now(
                    on.stream().anyMatch(part -> part.of(Kind.JOB)),
                    on.stream().anyMatch(Part::open),
                    on.stream().anyMatch(part -> part.of(Kind.PLACEMENT)),
                    on.stream().anyMatch(part -> part.of(Kind.STUDY)),
                    on.stream().flatMap(part -> part.spell().hours().stream()).reduce(BigDecimal::add),
                    any.get(last) ? Optional.of(start.plusDays(any.previousClearBit(last) + 1L)) : Optional.empty());
        }
    }
}
