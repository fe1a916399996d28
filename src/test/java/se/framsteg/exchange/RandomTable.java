package se.framsteg.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Item;
import se.framsteg.assessment.instrument.Respondent;

/**
 * A table of measurements with faults in some of its rows, and what is known to be wrong with each of those.
 *
 * @param rows the headings first
 */
record RandomTable(List<List<String>> rows, List<Wrong> wrong) {
    /** Everything that can be wrong with a row, by the key of its text. */
    enum Flaw {
        NONE(""),
        NO_PERSON("person-missing"),
        UNKNOWN_CASE("case-unknown"),
        OTHER_PERSON("person-differs"),
        NO_DAY("date-missing"),
        NO_SUCH_DAY("date-form"),
        TWO_DAYS("date-ambiguous"),
        FUTURE("date-future"),
        TOO_EARLY("date-before"),
        NOBODY_ANSWERED("respondent-missing"),
        SOMEBODY_ANSWERED("respondent-unknown"),
        NOT_ASKED("not-asked"),
        OFF_SCALE("step-off"),
        HALF_STEP("step-whole"),
        WORD("step-unknown"),
        NO_ANSWERS("nothing"),
        TWICE("twice");

        private final String problem;

        Flaw(String problem) {
            this.problem = problem;
        }
    }

    /** Somebody who can be measured. */
    record Subject(String number, String identity, LocalDate from) {}

    /** What is wrong with a row, by its number as a spreadsheet counts it. */
    record Wrong(int row, String problem) {}

    private record Plan(Flaw flaw, int subject, int called, Respondent respondent, int answer) {}

    private static final int PERSON = 0;
    private static final int IDENTITY = 1;
    private static final int DAY = 2;
    private static final int RESPONDENT = 3;
    private static final int FIRST_ANSWER = 4;

    /** Every other without faults. */
    static Arbitrary<RandomTable> tables(List<Subject> subjects, Instrument instrument, LocalDate today) {
        var right = Arbitraries.just(Flaw.NONE);
        var some = Arbitraries.frequencyOf(Tuple.of(4, right), Tuple.of(1, Arbitraries.of(Flaw.class)));
        return Arbitraries.oneOf(plans(right, subjects, instrument), plans(some, subjects, instrument))
                .map(all -> table(all, subjects, instrument, today));
    }

    private static Arbitrary<List<Plan>> plans(Arbitrary<Flaw> flaws, List<Subject> subjects, Instrument instrument) {
        return Combinators.combine(
                        flaws,
                        Arbitraries.integers().between(0, subjects.size() - 1),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Respondent.class),
                        Arbitraries.integers().between(1, instrument.highest()))
                .as(Plan::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static RandomTable table(List<Plan> plans, List<Subject> subjects, Instrument instrument, LocalDate today) {
        var rows = new ArrayList<List<String>>();
        var headings = new ArrayList<>(List.of("Ärendenummer", "Personnummer", "Datum", "Vem"));
        instrument.items().forEach(item -> headings.add(item.key()));
        rows.add(headings);
        var wrong = new ArrayList<Wrong>();
        Optional<List<String>> good = Optional.empty();
        for (var plan : plans) {
            var subject = subjects.get(plan.subject());
            var row = row(plan, subject, subject.from().plusDays(rows.size()), instrument);
            if (plan.flaw() == Flaw.TWICE && good.isPresent()) {
                row = new ArrayList<>(good.get());
            } else {
                spoil(row, plan.flaw(), subject, instrument, today, rows.size());
            }
            rows.add(row);
            if (plan.flaw() == Flaw.NONE || (plan.flaw() == Flaw.TWICE && good.isEmpty())) {
                good = Optional.of(row);
            } else {
                wrong.add(new Wrong(rows.size(), plan.flaw().problem));
            }
        }
        return new RandomTable(rows, wrong);
    }

    private static List<String> row(Plan plan, Subject subject, LocalDate day, Instrument instrument) {
        var row = new ArrayList<String>();
        row.add(plan.called() == 1 ? "" : subject.number());
        row.add(plan.called() == 0 ? "" : subject.identity());
        row.add(day.toString());
        row.add(plan.respondent() == Respondent.PARTICIPANT ? "Deltagare" : "handläggaren");
        for (var item : instrument.items()) {
            row.add(item.asks(plan.respondent()) ? Integer.toString(plan.answer()) : "");
        }
        return row;
    }

    private static void spoil(
            List<String> row, Flaw flaw, Subject subject, Instrument instrument, LocalDate today, int number) {
        switch (flaw) {
            case NONE, TWICE -> {}
            case NO_PERSON -> {
                row.set(PERSON, "");
                row.set(IDENTITY, "");
            }
            case UNKNOWN_CASE -> row.set(PERSON, "1999-9999");
            case OTHER_PERSON -> {
                row.set(PERSON, subject.number());
                row.set(IDENTITY, "19000101-0000");
            }
            case NO_DAY -> row.set(DAY, "");
            case NO_SUCH_DAY -> row.set(DAY, "2026-02-30");
            case TWO_DAYS -> row.set(DAY, "03/05/2026");
            case FUTURE -> row.set(DAY, today.plusDays(1).toString());
            case TOO_EARLY -> row.set(DAY, subject.from().minusDays(number).toString());
            case NOBODY_ANSWERED -> row.set(RESPONDENT, "");
            case SOMEBODY_ANSWERED -> row.set(RESPONDENT, "grannen");
            case NOT_ASKED -> notAsked(row, instrument);
            case OFF_SCALE -> row.set(answered(row), Integer.toString(instrument.highest() + 1));
            case HALF_STEP -> row.set(answered(row), "1,5");
            case WORD -> row.set(answered(row), "ganska");
            case NO_ANSWERS -> instrument.items().forEach(item -> row.set(place(item, instrument), ""));
        }
    }

    /** Leaves what is right on the row, and answers one question too many. */
    private static void notAsked(List<String> row, Instrument instrument) {
        var item = instrument.items().stream()
                .filter(one -> one.wordings().size() == 1)
                .findFirst()
                .orElseThrow();
        var other = item.asks(Respondent.PARTICIPANT) ? "Handläggare" : "Deltagare";
        row.set(RESPONDENT, other);
        var respondent = item.asks(Respondent.PARTICIPANT) ? Respondent.CASEWORKER : Respondent.PARTICIPANT;
        for (var one : instrument.items()) {
            row.set(place(one, instrument), one.equals(item) || one.asks(respondent) ? "1" : "");
        }
    }

    private static int place(Item item, Instrument instrument) {
        return FIRST_ANSWER + instrument.items().indexOf(item);
    }

    private static int answered(List<String> row) {
        for (int column = FIRST_ANSWER; column < row.size(); column++) {
            if (!row.get(column).isEmpty()) {
                return column;
            }
        }
        throw new IllegalStateException("a row without answers");
    }

    /** What the columns hold. */
    Mapping mapping(Instrument instrument) {
        var meanings = new ArrayList<>(
                List.of(Mapping.CASE_NUMBER, Mapping.IDENTITY_NUMBER, Mapping.DATE, Mapping.RESPONDENT));
        instrument.items().forEach(item -> meanings.add(Mapping.item(item.key())));
        return new Mapping(meanings, Optional.empty(), "");
    }
}
