package se.framsteg.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Item;
import se.framsteg.assessment.instrument.Respondent;

/** Reads answers to an instrument: a step by its number or by its text, or a word for "don't know". */
final class Answers {
    private final Instrument instrument;
    private final Set<String> dontKnow;

    Answers(Instrument instrument, Set<String> dontKnow) {
        this.instrument = instrument;
        this.dontKnow = dontKnow;
    }

    /** What came of one cell. */
    sealed interface Read {
        /** @param answer a step, or 0 for "don't know" */
        record Step(int answer) implements Read {}

        record Faulty(String problem, List<String> arguments) implements Read {}
    }

    Read read(Item item, Respondent respondent, String text) {
        if (!item.asks(respondent)) {
            return new Read.Faulty("not-asked", List.of());
        }
        if (dontKnow.contains(text.toLowerCase(Locale.ROOT))) {
            return new Read.Step(Instrument.DONT_KNOW);
        }
        var named = named(item, respondent, text);
        return named.isPresent() ? new Read.Step(named.getAsInt()) : numbered(text);
    }

    private static OptionalInt named(Item item, Respondent respondent, String text) {
        var steps = item.wording(respondent).steps();
        for (int step = 0; step < steps.size(); step++) {
            if (steps.get(step).texts().values().stream()
                    .anyMatch(one -> one.strip().equalsIgnoreCase(text))) {
                return OptionalInt.of(step + Instrument.LOWEST);
            }
        }
        return OptionalInt.empty();
    }

    private Read numbered(String text) {
        if (!text.matches("-?\\d{1,9}([.,]\\d{1,9})?")) {
            return new Read.Faulty("step-unknown", List.of(Integer.toString(instrument.highest())));
        }
        var number = new BigDecimal(text.replace(',', '.')).stripTrailingZeros();
        if (number.scale() > 0) {
            return new Read.Faulty("step-whole", List.of(Integer.toString(instrument.highest())));
        }
        var step = number.intValueExact();
        return step >= Instrument.LOWEST && step <= instrument.highest()
                ? new Read.Step(step)
                : new Read.Faulty("step-off", List.of(Integer.toString(instrument.highest())));
    }
}
