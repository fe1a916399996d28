package se.framsteg.fidelity.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.framsteg.access.Action;
import se.framsteg.fidelity.measure.Measured;
import se.framsteg.fidelity.measure.Window;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.fidelity.scale.Scale;
import se.framsteg.fidelity.scale.Scale.Band;
import se.framsteg.fidelity.scale.Scale.Item;
import se.framsteg.fidelity.scale.ScaleId;
import se.framsteg.shared.InitiativeId;

/**
 * A review as it is shown to whoever takes part in it.
 *
 * @param allowed what the reader may do with it
 * @param computed what was worked out when it was begun
 * @param rates whether the reader is one of the raters
 * @param own the reader's own marks by item; none if the reader does not rate
 * @param ownVersion of the own marks
 * @param raters who rate, with their marks once all are done
 * @param result what was agreed on; empty until then
 * @param version of the whole
 */
public record ReviewView(
        ReviewId id,
        InitiativeId initiative,
        String initiativeName,
        ScaleId scaleId,
        Scale scale,
        Window window,
        Set<Action> allowed,
        Map<Measure, Measured> computed,
        boolean rates,
        Map<String, Mark> own,
        int ownVersion,
        List<Rater> raters,
        Optional<Result> result,
        int version) {

    /** @param marks by item; none until all are done */
    public record Rater(String name, String organisation, boolean finished, Map<String, Mark> marks) {}

    /** @param earlier results by the same scale, the latest first */
    public record Result(Instant at, Map<String, Mark> marks, String summary, List<Earlier> earlier) {
        public int sum() {
            return marks.values().stream()
                    .mapToInt(mark -> mark.score().orElse(0))
                    .sum();
        }
    }

    public record Earlier(ReviewId id, Window window, Map<String, Mark> marks) {
        public int sum() {
            return marks.values().stream()
                    .mapToInt(mark -> mark.score().orElse(0))
                    .sum();
        }
    }

    /** Whether the reader leads the initiative, and is told what was counted as it is. */
    public boolean leads() {
        return allowed.contains(Action.SEE_FIDELITY);
    }

    public Optional<Band> band() {
        return result.flatMap(found -> scale.band(found.sum()));
    }

    /** Whether all raters are done. */
    public boolean rated() {
        return raters.stream().allMatch(Rater::finished);
    }

    /** What the item's score was worked out as; empty if it is not worked out, or there was nothing to score. */
    public Optional<Integer> computedScore(Item item) {
        return item.measure()
                .flatMap(measure -> Optional.ofNullable(computed.get(measure)))
                .flatMap(one -> one.score(item));
    }

    /** Whether there is so little to count that the score is the lowest, whatever the value. */
    public boolean tooFew(Item item) {
        return item.measure()
                .flatMap(measure -> Optional.ofNullable(computed.get(measure)))
                .filter(measured -> measured.tooFew(item))
                .isPresent();
    }

    /** What the first of the raters found; empty until all are done. */
    Optional<Integer> found(Item item) {
        return Optional.ofNullable(raters.getFirst().marks().get(item.key())).flatMap(Mark::score);
    }

    /** Whether all raters found the same score. */
    public boolean same(Item item) {
        return raters.stream()
                        .map(rater -> rater.marks()
                                .getOrDefault(item.key(), new Mark(Optional.empty(), ""))
                                .score())
                        .distinct()
                        .count()
                == 1;
    }
}
