package se.framsteg.assessment.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.instrument.Respondent;

/**
 * What a draft of an instrument holds so far. Nothing here is checked: numbers are texts as they were typed, and anything
 * may be empty. Whether it is an instrument is told by {@link InstrumentReader} when it reads {@link #yaml()}.
 *
 * <p>Dimensions and items always have a key that no other has; where the file gives none it is made up.
 */
public record Outline(About about, Scale scale, List<Dimension> dimensions, List<Item> items) {

    /** Nothing written yet. */
    public static final Outline EMPTY = new Outline(
            new About("", "", List.of(), List.of(), Words.NONE, Words.NONE, Words.NONE, Words.NONE),
            new Scale("", List.of(), ""),
            List.of(),
            List.of());

    public Outline {
        dimensions = List.copyOf(dimensions);
        items = List.copyOf(items);
    }

    /** What the instrument is as a whole. */
    public record About(
            String key,
            String version,
            List<String> languages,
            List<String> unreviewed,
            Words name,
            Words description,
            Words rights,
            Words source) {
        public About {
            languages = List.copyOf(languages);
            unreviewed = List.copyOf(unreviewed);
        }

        /** The same under another key or version. */
        public About named(String otherKey, int otherVersion) {
            return new About(
                    otherKey, Integer.toString(otherVersion), languages, unreviewed, name, description, rights, source);
        }
    }

    /** The scale that all items share. */
    public record Scale(String highest, List<Words> steps, String smallestChange) {
        public Scale {
            steps = List.copyOf(steps);
        }
    }

    /** One axis. */
    public record Dimension(
            String key, Words name, Words help, String method, String fewestAnswers, String smallestChange) {}

    /** One item, worded for those it is put to. */
    public record Item(String key, String dimension, Optional<Wording> participant, Optional<Wording> caseworker) {
        public Optional<Wording> wording(Respondent respondent) {
            return respondent == Respondent.PARTICIPANT ? participant : caseworker;
        }

        /** The question, to know it by: as it is put to the participant where it is. */
        public Words question() {
            return participant.or(() -> caseworker).map(Wording::question).orElse(Words.NONE);
        }

        Stream<Wording> wordings() {
            return Stream.of(participant, caseworker).flatMap(Optional::stream);
        }

        private Item each(UnaryOperator<Words> change) {
            return new Item(
                    key,
                    dimension,
                    participant.map(wording -> wording.each(change)),
                    caseworker.map(wording -> wording.each(change)));
        }
    }

    /** @param steps empty if the item has those of the scale */
    public record Wording(Words question, Words help, List<Words> steps) {
        public Wording {
            steps = List.copyOf(steps);
        }

        private Wording each(UnaryOperator<Words> change) {
            return new Wording(
                    change.apply(question),
                    change.apply(help),
                    steps.stream().map(change).toList());
        }
    }

    /** What stands in this text; empty if it can't be read as YAML at all, or has a list longer than any of an instrument. */
    public static Optional<Outline> of(String yaml) {
        return InstrumentReader.fields(yaml).map(OutlineReader::read);
    }

    /** The outline in the instrument format. Comments and order of a file that it was read from are not kept. */
    public String yaml() {
        return OutlineWriter.write(this);
    }

    /** The same with other particulars. Texts in languages that the instrument no longer has go. */
    public Outline with(About changed) {
        UnaryOperator<Words> kept = words -> words.only(changed.languages());
        return new Outline(
                changed,
                new Scale(scale.highest(), scale.steps().stream().map(kept).toList(), scale.smallestChange()),
                dimensions.stream()
                        .map(one -> new Dimension(
                                one.key(),
                                kept.apply(one.name()),
                                kept.apply(one.help()),
                                one.method(),
                                one.fewestAnswers(),
                                one.smallestChange()))
                        .toList(),
                items.stream().map(item -> item.each(kept)).toList());
    }

    public Outline with(Scale changed) {
        return new Outline(about, changed, dimensions, items);
    }

    /** The same with this dimension instead of the one that has its key, or last if there is none. */
    public Outline with(Dimension changed) {
        return withDimensions(put(dimensions, Dimension::key, changed));
    }

    public Outline with(Item changed) {
        return withItems(put(items, Item::key, changed));
    }

    public Outline withoutDimension(String key) {
        return withDimensions(without(dimensions, Dimension::key, key));
    }

    public Outline withoutItem(String key) {
        return withItems(without(items, Item::key, key));
    }

    /** The same with this dimension so many places later, or earlier if negative; as it is where there is no such place. */
    public Outline moveDimension(String key, int places) {
        return withDimensions(moved(dimensions, Dimension::key, key, places));
    }

    public Outline moveItem(String key, int places) {
        return withItems(moved(items, Item::key, key, places));
    }

    public Optional<Dimension> dimension(String key) {
        return dimensions.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    public Optional<Item> item(String key) {
        return items.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    private Outline withDimensions(List<Dimension> changed) {
        return new Outline(about, scale, changed, items);
    }

    private Outline withItems(List<Item> changed) {
        return new Outline(about, scale, dimensions, changed);
    }

    private static <T> List<T> put(List<T> all, Function<T, String> key, T changed) {
        var list = new ArrayList<>(all);
        var place = place(all, key, key.apply(changed));
        if (place < 0) {
            list.add(changed);
        } else {
            list.set(place, changed);
        }
        return list;
    }

    private static <T> List<T> without(List<T> all, Function<T, String> key, String gone) {
        return all.stream().filter(one -> !key.apply(one).equals(gone)).toList();
    }

    private static <T> List<T> moved(List<T> all, Function<T, String> key, String moving, int places) {
        var from = place(all, key, moving);
        var to = from + places;
        if (from < 0 || to < 0 || to >= all.size()) {
            return all;
        }
        var list = new ArrayList<>(all);
        Collections.rotate(list.subList(Math.min(from, to), Math.max(from, to) + 1), places > 0 ? -1 : 1);
        return list;
    }

    private static <T> int place(List<T> all, Function<T, String> key, String sought) {
        return all.stream().map(key).toList().indexOf(sought);
    }
}
