package se.framsteg.fidelity.scale;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.framsteg.shared.definition.LocalizedText;

/**
 * A fidelity scale: items in sections, each scored from 1 to the same highest step.
 *
 * @param highest the best score of an item, 2–10
 * @param notes what whoever uses it ought to know, as which thresholds nobody has checked
 * @param bands what sums are called, the highest first; none if the scale has no such names
 */
public record Scale(
        String key,
        int version,
        LocalizedText name,
        LocalizedText about,
        LocalizedText rights,
        LocalizedText source,
        List<LocalizedText> notes,
        int highest,
        List<Section> sections,
        List<Band> bands) {

    public record Section(String key, LocalizedText name, List<Item> items) {}

    /** @param from the lowest sum of scores that is called so */
    public record Band(int from, LocalizedText name) {}

    /** How an item comes by its score. */
    public enum How {
        /** Worked out from what is registered anyway; a rater may find otherwise, and says why. */
        COMPUTED,
        /** What is registered is shown, and a rater judges. */
        EVIDENCE,
        /** A rater judges by what they see and hear. */
        RATED
    }

    /**
     * @param measure what is worked out, of those that are computed
     * @param steps where each score begins; empty where the measure itself tells the score
     * @param evidence what is shown to whoever judges
     * @param anchors what each score means, from 1 on
     * @param unverified whether nobody has compared its thresholds with the original form
     */
    public record Item(
            String key,
            LocalizedText name,
            LocalizedText about,
            How how,
            Optional<Measure> measure,
            Optional<Steps> steps,
            List<Measure> evidence,
            List<LocalizedText> anchors,
            boolean unverified) {}

    /**
     * Where each score begins.
     *
     * @param rising whether more is better
     * @param bounds from the score 2 on: the least value that has it, or the greatest where less is better
     * @param fewest of what is counted, without which the score is 1 whatever the value
     */
    public record Steps(boolean rising, List<BigDecimal> bounds, int fewest) {
        /** The score of a value, as it is shown: 1 to one more than there are bounds. */
        public int score(BigDecimal value, BigDecimal counted) {
            if (counted.compareTo(BigDecimal.valueOf(fewest)) < 0) {
                return 1;
            }
            var reached =
                    bounds.stream().takeWhile(bound -> reaches(value, bound)).count();
            return 1 + (int) reached;
        }

        private boolean reaches(BigDecimal value, BigDecimal bound) {
            return rising ? value.compareTo(bound) >= 0 : value.compareTo(bound) <= 0;
        }
    }

    /** All items in order, which is how they are numbered. */
    public List<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }

    /** The number of an item, from 1. */
    public int number(Item item) {
        return items().indexOf(item) + 1;
    }

    /** What is worked out for it, shown as evidence or scored. */
    public List<Measure> measures() {
        return items().stream()
                .flatMap(item -> Stream.concat(item.measure().stream(), item.evidence().stream()))
                .distinct()
                .toList();
    }

    /** What a sum of scores is called; empty if the scale has no names. */
    public Optional<Band> band(int sum) {
        return bands.stream().filter(band -> sum >= band.from()).findFirst();
    }

    /** The best sum there can be. */
    public int best() {
        return highest * items().size();
    }
}
