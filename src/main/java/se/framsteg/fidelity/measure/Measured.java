package se.framsteg.fidelity.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import se.framsteg.fidelity.scale.Scale.Item;

/**
 * What was worked out of a measure.
 *
 * @param value the raw value, with one decimal and half rounded up: as it is shown, it is scored; empty if there is nothing to divide by
 * @param part what was counted
 * @param whole what it was divided by
 * @param blanks how many of the whole nobody has told about: they are part of the whole, and count as what they would least favour
 * @param level the score, of measures that tell it themselves
 * @param figures what else is told beside the value
 */
public record Measured(
        Optional<BigDecimal> value,
        BigDecimal part,
        BigDecimal whole,
        int blanks,
        Optional<Integer> level,
        List<Figure> figures) {

    /**
     * A number beside the value.
     *
     * @param key names its text, as {@code fidelity.figure.<key>}
     */
    public record Figure(String key, BigDecimal number) {
        static Figure of(String key, long number) {
            return new Figure(key, BigDecimal.valueOf(number));
        }
    }

    /** A share in per cent. */
    static Measured percent(BigDecimal part, BigDecimal whole, int blanks, Figure... figures) {
        return divided(part.movePointRight(2), part, whole, blanks, figures);
    }

    static Measured percent(long part, long whole, int blanks, Figure... figures) {
        return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole), blanks, figures);
    }

    static Measured ratio(BigDecimal part, BigDecimal whole, int blanks, Figure... figures) {
        return divided(part, part, whole, blanks, figures);
    }

    private static Measured divided(BigDecimal over, BigDecimal part, BigDecimal whole, int blanks, Figure... figures) {
        var value = whole.signum() == 0
                ? Optional.<BigDecimal>empty()
                : Optional.of(over.divide(whole, 1, RoundingMode.HALF_UP));
        return new Measured(value, part, whole, blanks, Optional.empty(), List.of(figures));
    }

    /** Figures alone. */
    static Measured figures(Figure... figures) {
        return new Measured(Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO, 0, Optional.empty(), List.of(figures));
    }

    Measured at(Optional<Integer> score) {
        return new Measured(value, part, whole, blanks, score, figures);
    }

    /** Whether there is something, but so little that the item's score is the lowest whatever the value. */
    public boolean tooFew(Item item) {
        return value.isPresent()
                && item.steps()
                        .filter(steps -> whole.compareTo(BigDecimal.valueOf(steps.fewest())) < 0)
                        .isPresent();
    }

    /** The score of an item whose measure this is; empty if there is nothing to score. */
    public Optional<Integer> score(Item item) {
        return item.steps()
                .map(steps -> value.map(number -> steps.score(number, whole)))
                .orElse(level);
    }
}
