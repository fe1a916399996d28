package se.framsteg.fidelity.overview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import se.framsteg.fidelity.measure.Measured;
import se.framsteg.fidelity.measure.Window;
import se.framsteg.fidelity.review.Reviews;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.fidelity.scale.Scale;
import se.framsteg.fidelity.scale.Scale.How;
import se.framsteg.fidelity.scale.Scale.Item;
import se.framsteg.fidelity.scale.ScaleId;
import se.framsteg.fidelity.scale.Scales;
import se.framsteg.shared.InitiativeId;

/**
 * How faithfully a method is followed, as far as it can be worked out.
 *
 * @param scales that can be looked by
 * @param window that the figures are of
 * @param specialists how many full-time specialists there are on its last day
 * @param months the latest whole months, the first first
 * @param reviews that have been begun, the latest first
 */
public record FidelityOverview(
        InitiativeId initiative,
        String name,
        List<Scales.Offered> scales,
        ScaleId scaleId,
        Scale scale,
        Window window,
        boolean specialists,
        Map<Measure, Measured> computed,
        List<Month> months,
        List<Reviews.Line> reviews) {

    /**
     * The months up to and with this one, worked out.
     *
     * @param mean of the scores that could be worked out, from 1 to the scale's highest with one decimal; empty if there were none
     * @param scored how many those were
     */
    public record Month(YearMonth month, Optional<BigDecimal> mean, int scored) {
        static Month of(YearMonth month, Scale scale, Map<Measure, Measured> computed) {
            var scores = scale.items().stream()
                    .filter(item -> item.how() == How.COMPUTED)
                    .flatMap(item -> score(item, computed).stream())
                    .toList();
            OptionalDouble mean = scores.stream().mapToInt(Integer::intValue).average();
            return new Month(
                    month,
                    mean.isEmpty()
                            ? Optional.empty()
                            : Optional.of(BigDecimal.valueOf(mean.getAsDouble()).setScale(1, RoundingMode.HALF_UP)),
                    scores.size());
        }
    }

    /** What the item's score is worked out as. */
    static Optional<Integer> score(Item item, Map<Measure, Measured> computed) {
        return item.measure()
                .flatMap(one -> Optional.ofNullable(computed.get(one)))
                .flatMap(one -> one.score(item));
    }

    public Optional<Integer> score(Item item) {
        return score(item, computed);
    }

    /** The items that are worked out. */
    public List<Item> items() {
        return scale.items().stream().filter(item -> item.how() == How.COMPUTED).toList();
    }
}
