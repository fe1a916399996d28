package se.framsteg.economy.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.framsteg.economy.amount.Party;
import se.framsteg.economy.amount.Range;
import se.framsteg.economy.amount.Situation;
import se.framsteg.economy.amount.TypedNumbers;
import se.framsteg.economy.calculation.Assumptions.Anyway;
import se.framsteg.economy.calculation.Assumptions.Discount;
import se.framsteg.economy.calculation.Assumptions.Move;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The form of a calculation: what stands in it, and what it says. Each page of it is read by itself. */
final class CalculationForm {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORDS = 1000;

    private final Fields fields;
    private final TypedNumbers numbers;
    private final Map<FormStep, Runnable> readers = new EnumMap<>(FormStep.class);
    private final List<Move> moves = new ArrayList<>();
    private final Map<Party, BigDecimal> costs = new EnumMap<>(Party.class);
    private String name = "";
    private String numbersFrom = "";
    private Optional<Lasting> lasting = Optional.empty();
    private Optional<Anyway> anyway = Optional.empty();
    private String costFrom = "";
    private Discount discount = new Discount(BigDecimal.ZERO, "");
    private int priceYear;

    CalculationForm(Fields fields) {
        this.fields = fields;
        this.numbers = new TypedNumbers(fields);
        readers.put(FormStep.WHAT, this::readWhat);
        readers.put(FormStep.STEPS, this::readSteps);
        readers.put(FormStep.LASTING, this::readLasting);
        readers.put(FormStep.ANYWAY, this::readAnyway);
        readers.put(FormStep.COST, this::readCost);
        readers.put(FormStep.COUNTING, this::readCounting);
    }

    /** Suggests what is often taken, and nothing that only those who calculate can know. */
    static Fields ofNew(CalculationId id, LocalDate today, Page page) {
        return Fields.empty()
                .with("id", id)
                .with("discount", page.t("economy.discount.suggested"))
                .with("discountFrom", page.t("economy.discount.suggested.from"))
                .with("priceYear", today.getYear());
    }

    static Fields of(Calculation now) {
        var assumptions = now.assumptions();
        var fields = Fields.empty()
                .with("version", now.number())
                .with("name", now.name())
                .with("numbersFrom", assumptions.numbersFrom())
                .with("lastingWhy", assumptions.lasting().why())
                .with("anywayWhy", assumptions.anyway().why())
                .with("costFrom", assumptions.costFrom())
                .with("discount", TypedNumbers.typed(assumptions.discount().yearly()))
                .with("discountFrom", assumptions.discount().from())
                .with("priceYear", assumptions.priceYear());
        fillIn(fields, "one", assumptions.lasting().afterOne());
        fillIn(fields, "five", assumptions.lasting().afterFive());
        fillIn(fields, "anyway", assumptions.anyway().share());
        int row = 1;
        for (var move : assumptions.moves()) {
            fields.with("from" + row, move.from()).with("to" + row, move.to()).with("persons" + row++, move.persons());
        }
        for (var party : Party.values()) {
            if (party.pays()) {
                fields.with("cost" + party, assumptions.cost(party));
            }
        }
        return fields;
    }

    private static void fillIn(Fields fields, String field, Range share) {
        fields.with(field + "Low", TypedNumbers.typed(share.low()))
                .with(field + "Likely", TypedNumbers.typed(share.likely()))
                .with(field + "High", TypedNumbers.typed(share.high()));
    }

    /** Whether all on one page is as it can be. */
    boolean read(FormStep step) {
        readers.getOrDefault(step, () -> {}).run();
        return fields.ok();
    }

    /** The first page on which something is wrong, if there is one: later ones are not read then. */
    Optional<FormStep> readAll() {
        for (var step : FormStep.values()) {
            if (!read(step)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    String name() {
        return name;
    }

    /** What was read; asked for when all pages were as they can be. */
    Assumptions assumptions() {
        return new Assumptions(
                numbersFrom, moves, lasting.orElseThrow(), anyway.orElseThrow(), costs, costFrom, discount, priceYear);
    }

    private void readWhat() {
        name = fields.required("name", LONGEST_NAME, "economy.name");
    }

    private void readSteps() {
        moves.clear();
        for (int row = 1; row <= Assumptions.MOST_MOVES; row++) {
            var typed = fields.value("from" + row) + fields.value("to" + row) + fields.value("persons" + row);
            if (!typed.isBlank()) {
                readMove("from" + row, "to" + row, "persons" + row);
            }
        }
        if (moves.isEmpty() && fields.ok()) {
            fields.fail("from1", "economy.moves.required");
        }
        numbersFrom = fields.required("numbersFrom", LONGEST_WORDS, "economy.numbers-from");
    }

    private void readMove(String fromField, String toField, String personsField) {
        var from = fields.choice(fromField, Situation.class, "economy.move.from");
        var to = fields.choice(toField, Situation.class, "economy.move.to");
        var persons = fields.number(personsField, 1, Assumptions.MOST_PERSONS);
        if (fields.problem(personsField).isEmpty() && persons < Assumptions.FEWEST_PERSONS) {
            fields.fail(personsField, "economy.move.few");
        }
        if (fields.problem(fromField).isEmpty() && from == to) {
            fields.fail(toField, "economy.move.nowhere");
        }
        if (List.of(fromField, toField, personsField).stream()
                .noneMatch(field -> fields.problem(field).isPresent())) {
            moves.add(new Move(from, to, persons));
        }
    }

    private void readLasting() {
        var one = numbers.shareRange("one");
        var five = numbers.shareRange("five");
        var why = fields.text("lastingWhy", LONGEST_WORDS);
        if (one.isPresent() && five.isPresent()) {
            longerThan(five.get().low(), one.get().low(), "fiveLow");
            longerThan(five.get().likely(), one.get().likely(), "fiveLikely");
            longerThan(five.get().high(), one.get().high(), "fiveHigh");
        }
        lasting =
                fields.ok() ? one.flatMap(first -> five.map(last -> new Lasting(first, last, why))) : Optional.empty();
    }

    private void longerThan(BigDecimal five, BigDecimal one, String field) {
        if (five.compareTo(one) > 0) {
            fields.fail(field, "economy.lasting.more");
        }
    }

    private void readAnyway() {
        var share = numbers.shareRange("anyway");
        var none = share.filter(range -> range.likely().signum() == 0).isPresent();
        var why = fields.text("anywayWhy", LONGEST_WORDS);
        if (why.isEmpty()) {
            fields.fail("anywayWhy", none ? "economy.anyway.none-why" : "economy.anyway.why.required");
        }
        anyway = why.isEmpty() ? Optional.empty() : share.map(range -> new Anyway(range, why));
    }

    private void readCost() {
        for (var party : Party.values()) {
            if (party.pays()) {
                costs.put(party, numbers.kronor("cost" + party, Assumptions.HIGHEST_COST));
            }
        }
        costFrom = fields.text("costFrom", LONGEST_WORDS);
    }

    private void readCounting() {
        discount = new Discount(
                numbers.share("discount", Assumptions.HIGHEST_DISCOUNT),
                fields.required("discountFrom", LONGEST_WORDS, "economy.discount.from"));
        priceYear = fields.number("priceYear", 2000, 2100);
    }
}
