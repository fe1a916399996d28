package se.framsteg.economy.calculation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.framsteg.economy.amount.Party;
import se.framsteg.ui.Fields;

/** One thing at a time: the pages of the form of a calculation, in order, and the fields on each. */
public enum FormStep {
    WHAT(Stream.of("name", "initiative")),
    STEPS(Stream.concat(Stream.of("numbersFrom"), moves())),
    LASTING(Stream.of("oneLow", "oneLikely", "oneHigh", "fiveLow", "fiveLikely", "fiveHigh", "lastingWhy")),
    ANYWAY(Stream.of("anywayLow", "anywayLikely", "anywayHigh", "anywayWhy")),
    COST(Stream.concat(
            Arrays.stream(Party.values()).filter(Party::pays).map(party -> "cost" + party), Stream.of("costFrom"))),
    COUNTING(Stream.of("discount", "discountFrom", "priceYear"));

    private static final int FEWEST_ROWS = 2;

    private final List<String> fields;

    FormStep(Stream<String> fields) {
        this.fields = fields.toList();
    }

    private static Stream<String> moves() {
        var fields = new ArrayList<String>();
        for (int i = 1; i <= Assumptions.MOST_MOVES; i++) {
            fields.addAll(List.of("from" + i, "to" + i, "persons" + i));
        }
        return fields.stream();
    }

    public List<String> fields() {
        return fields;
    }

    public int number() {
        return ordinal() + 1;
    }

    public Optional<FormStep> next() {
        return at(ordinal() + 1);
    }

    public Optional<FormStep> before() {
        return at(ordinal() - 1);
    }

    private static Optional<FormStep> at(int place) {
        return Arrays.stream(values()).filter(one -> one.ordinal() == place).findFirst();
    }

    /** How many rows of steps the form shows: some more than are filled in. */
    public static int rows(Fields fields) {
        int filled = 0;
        for (int i = 1; i <= Assumptions.MOST_MOVES; i++) {
            if (!(fields.value("from" + i) + fields.value("to" + i) + fields.value("persons" + i)).isBlank()) {
                filled = i;
            }
        }
        return Math.clamp(filled + 1L, FEWEST_ROWS, Assumptions.MOST_MOVES);
    }

    /** The step of that name, or else this. */
    FormStep or(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(this);
    }
}
