package se.framsteg.assessment.instrument;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.framsteg.shared.definition.LocalizedText;

/**
 * A rating instrument: what is asked, of whom, and how answers become a place on each axis of the radar.
 *
 * <p>All items share one scale, from {@value #LOWEST} to {@code highest}, so that every axis of the radar means the same
 * length. Instruments come out of {@link InstrumentReader}, which upholds what is said here.
 *
 * @param key names the instrument through all its versions
 * @param version from 1; a version never changes once it is in use
 * @param languages language tags, Swedish among them; the first is the one that texts fall back to
 * @param unreviewed those of the languages whose translation nobody has reviewed
 * @param name the name that users see
 * @param description what the instrument is for
 * @param rights who owns the wording and who may use it
 * @param source where dimensions and wording come from
 * @param highest the highest step of the scale, 2–10
 * @param smallestChange the smallest change of the dimensions that have none of their own, see
 *     {@link Dimension#smallestChange()}
 * @param dimensions the axes, in the order of the radar
 * @param items all items, in the order of the sheets
 */
public record Instrument(
        String key,
        int version,
        List<String> languages,
        List<String> unreviewed,
        LocalizedText name,
        LocalizedText description,
        LocalizedText rights,
        LocalizedText source,
        int highest,
        double smallestChange,
        List<Dimension> dimensions,
        List<Item> items) {

    /** The answer "don't know, rather not say", which every item allows. It never counts in a score. */
    public static final int DONT_KNOW = 0;

    /** The lowest step of every scale. */
    public static final int LOWEST = 1;

    public Instrument {
        languages = List.copyOf(languages);
        unreviewed = List.copyOf(unreviewed);
        dimensions = List.copyOf(dimensions);
        items = List.copyOf(items);
    }

    /** The respondent's sheet. An answer is stored by its item's position here, so the order is part of the version. */
    public List<Item> itemsFor(Respondent respondent) {
        return items.stream().filter(item -> item.asks(respondent)).toList();
    }

    /**
     * One score per dimension, in the order of {@link #dimensions()}.
     *
     * @param answers one per item of {@link #itemsFor}, in its order: a step from {@value #LOWEST} to {@code highest},
     *     {@value #DONT_KNOW} for "don't know, rather not say", or null while not answered. The latter two count as no
     *     answer, never as a low one.
     * @throws IllegalArgumentException when the answers do not fit the sheet or the scale
     */
    public List<Score> scores(Respondent respondent, List<@Nullable Integer> answers) {
        List<Item> sheet = itemsFor(respondent);
        requireFit(sheet, answers);
        return dimensions.stream()
                .map(dimension -> new Score(dimension, score(dimension, sheet, answers)))
                .toList();
    }

    private void requireFit(List<Item> sheet, List<@Nullable Integer> answers) {
        if (answers.size() != sheet.size()) {
            throw new IllegalArgumentException(
                    "The sheet has %d items but %d answers came".formatted(sheet.size(), answers.size()));
        }
        for (Integer answer : answers) {
            if (answer != null && (answer < DONT_KNOW || answer > highest)) {
                throw new IllegalArgumentException("%d is not on the scale 1–%d".formatted(answer, highest));
            }
        }
    }

    private static OptionalDouble score(Dimension dimension, List<Item> sheet, List<@Nullable Integer> answers) {
        int[] given = IntStream.range(0, sheet.size())
                .filter(position -> sheet.get(position).dimension().equals(dimension.key()))
                .map(position -> orDontKnow(answers.get(position)))
                .filter(answer -> answer != DONT_KNOW)
                .toArray();
        return dimension.scoring().score(given);
    }

    private static int orDontKnow(@Nullable Integer answer) {
        return answer == null ? DONT_KNOW : answer;
    }
}
