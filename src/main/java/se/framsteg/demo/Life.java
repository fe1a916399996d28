package se.framsteg.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.EndReason;
import se.framsteg.cases.Outcome;
import se.framsteg.statistics.Quarter;

/**
 * One invented person's time in an initiative, decided beforehand: when it began, how it went, how it ended. Shares are
 * those of the sources: dropout and missed rounds are normal, two in five change caseworker at least once, and progress
 * comes in small uneven steps.
 *
 * @param startedOn when it began
 * @param ending when and how it ended; empty if it goes on
 * @param newCaseworkerOn a day on which the case changes hands
 * @param pace mean gain per round, in steps of a five-step scale
 * @param level where each dimension began, on a scale from 0 to 1
 */
record Life(
        LocalDate startedOn,
        Optional<Ending> ending,
        Optional<LocalDate> newCaseworkerOn,
        double pace,
        double[] level,
        RandomGenerator random) {
    private static final double CHANGES_CASEWORKER = 0.4;
    private static final double PARTICIPANT_MISSES_ROUND = 0.15;
    private static final double CASEWORKER_MISSES_ROUND = 0.08;
    private static final double DOES_NOT_KNOW = 0.04;
    private static final double LEAVES_BLANK = 0.03;
    /** More than the days before a follow-up's due day on which someone answers early, fewer than those it is open. */
    private static final int DAYS_TO_TALK = 12;

    record Ending(LocalDate on, CaseStep.Ending how) {}

    /** What a life in a team is an example of. */
    enum Story {
        /** Goes on, and is to be met in these days. */
        AWAITS_TALK,
        /** Began in the last whole quarter. */
        NEW,
        /** Went on to work or studies in the last whole quarter. */
        TO_WORK,
        /** Ended otherwise in the last whole quarter. */
        ENDS,
        /** Began earlier, and goes on or ended at any time. */
        ANY
    }

    /**
     * Invents a life.
     *
     * @param works whether it leads to work or study
     * @param longest days since it began, at most; more than 200
     */
    static Life invent(RandomGenerator random, LocalDate today, boolean works, int dimensions, int longest) {
        var startedOn = today.minusDays(random.nextInt(works ? 200 : 3, longest));
        var ending = works ? Optional.of(worked(random, startedOn, today)) : ended(random, startedOn, today, longest);
        return of(random, startedOn, ending, works, today, dimensions);
    }

    /**
     * Invents a life in a team, which has its days so that they can be told of after the last whole quarter.
     *
     * @param longest days since it began, at most; more than 400
     */
    static Life inTeam(RandomGenerator random, Story story, LocalDate today, int dimensions, int longest) {
        var quarter = Quarter.of(today).minus(1);
        var first = today.minusDays(longest);
        var lately = day(random, quarter.first(), quarter.last());
        return switch (story) {
            case AWAITS_TALK -> awaitingTalk(random, today, dimensions);
            case NEW -> of(random, lately, Optional.empty(), false, today, dimensions);
            case TO_WORK -> {
                var startedOn = day(random, first, lately.minusDays(180));
                yield of(random, startedOn, Optional.of(toWork(random, lately)), true, today, dimensions);
            }
            case ENDS -> {
                var startedOn = day(random, first, quarter.first().minusDays(60));
                yield of(random, startedOn, Optional.of(otherwise(random, lately)), false, today, dimensions);
            }
            case ANY -> {
                var startedOn = day(random, first, quarter.first().minusDays(1));
                yield of(random, startedOn, ended(random, startedOn, today, longest), false, today, dimensions);
            }
        };
    }

    /** @param last may be it, too */
    private static LocalDate day(RandomGenerator random, LocalDate first, LocalDate last) {
        return first.plusDays(random.nextLong(ChronoUnit.DAYS.between(first, last) + 1));
    }

    private static Life of(
            RandomGenerator random,
            LocalDate startedOn,
            Optional<Ending> ending,
            boolean works,
            LocalDate today,
            int dimensions) {
        var until = ending.map(Ending::on).orElse(today);
        var days = (int) ChronoUnit.DAYS.between(startedOn, until);
        var changes = days > 60 && random.nextDouble() < CHANGES_CASEWORKER * 1.25;
        return new Life(
                startedOn,
                ending,
                changes ? Optional.of(startedOn.plusDays(random.nextInt(30, days))) : Optional.empty(),
                works ? 0.45 : random.nextGaussian(0.18, 0.22),
                random.doubles(dimensions, 0.1, 0.65).toArray(),
                random);
    }

    /**
     * A life that goes on with the same caseworker and, whatever day it is, has its third follow-up open and not yet answered:
     * so that whoever tries the demo has somebody to meet.
     */
    static Life awaitingTalk(RandomGenerator random, LocalDate today, int dimensions) {
        return new Life(
                today.minusMonths(9).plusDays(DAYS_TO_TALK),
                Optional.empty(),
                Optional.empty(),
                0.4,
                random.doubles(dimensions, 0.1, 0.65).toArray(),
                random);
    }

    /** A life that ended after some months, with one caseworker. */
    static Life longAgo(RandomGenerator random, LocalDate startedOn, int dimensions) {
        return new Life(
                startedOn,
                Optional.of(new Ending(
                        startedOn.plusDays(random.nextInt(200, 300)),
                        new CaseStep.Ending(EndReason.OTHER_EFFORT, Outcome.OTHER_EFFORT))),
                Optional.empty(),
                0.2,
                random.doubles(dimensions, 0.1, 0.65).toArray(),
                random);
    }

    private static Ending worked(RandomGenerator random, LocalDate startedOn, LocalDate today) {
        var days = (int) ChronoUnit.DAYS.between(startedOn, today);
        return toWork(random, startedOn.plusDays(random.nextInt(180, days)));
    }

    private static Ending toWork(RandomGenerator random, LocalDate on) {
        var outcome =
                List.of(Outcome.WORK, Outcome.SUBSIDISED_WORK, Outcome.STUDY).get(random.nextInt(3));
        return new Ending(on, new CaseStep.Ending(EndReason.GOAL_REACHED, outcome));
    }

    private static Optional<Ending> ended(RandomGenerator random, LocalDate startedOn, LocalDate today, int longest) {
        var days = (int) ChronoUnit.DAYS.between(startedOn, today);
        return days < 90 || random.nextDouble() > 0.6 * days / longest
                ? Optional.empty()
                : Optional.of(otherwise(random, startedOn.plusDays(random.nextInt(60, days))));
    }

    private static Ending otherwise(RandomGenerator random, LocalDate on) {
        var how = List.of(
                        new CaseStep.Ending(EndReason.OWN_WISH, Outcome.SICK_LEAVE),
                        new CaseStep.Ending(EndReason.HEALTH, Outcome.SICK_LEAVE),
                        new CaseStep.Ending(EndReason.NO_CONTACT, Outcome.UNKNOWN),
                        new CaseStep.Ending(EndReason.OTHER_EFFORT, Outcome.OTHER_EFFORT),
                        new CaseStep.Ending(EndReason.OTHER_EFFORT, Outcome.JOB_SEEKER),
                        new CaseStep.Ending(EndReason.MOVED, Outcome.OTHER))
                .get(random.nextInt(6));
        return new Ending(on, how);
    }

    /** Whether this respondent answers at all in a round. */
    boolean answers(Respondent respondent) {
        return random.nextDouble()
                > (respondent == Respondent.PARTICIPANT ? PARTICIPANT_MISSES_ROUND : CASEWORKER_MISSES_ROUND);
    }

    /**
     * The answers of a respondent in the round that many rounds after the first: null where a question is left, 0 for "don't
     * know".
     */
    List<@Nullable Integer> sheet(Instrument instrument, Respondent respondent, int round) {
        var answers = new ArrayList<@Nullable Integer>();
        for (var item : instrument.itemsFor(respondent)) {
            answers.add(answer(instrument, dimension(instrument, item.dimension()), round));
        }
        return answers;
    }

    private static int dimension(Instrument instrument, String key) {
        var dimensions = instrument.dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no dimension " + key);
    }

    private @Nullable Integer answer(Instrument instrument, int dimension, int round) {
        var chance = random.nextDouble();
        if (chance < LEAVES_BLANK) {
            return null;
        }
        if (chance < LEAVES_BLANK + DOES_NOT_KNOW) {
            return Instrument.DONT_KNOW;
        }
        var height = level[dimension] + pace / 4 * round + random.nextGaussian(0, 0.09);
        var step = Math.round(Instrument.LOWEST + height * (instrument.highest() - Instrument.LOWEST));
        return (int) Math.clamp(step, Instrument.LOWEST, instrument.highest());
    }
}
