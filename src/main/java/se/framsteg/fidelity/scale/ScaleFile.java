package se.framsteg.fidelity.scale;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import se.framsteg.fidelity.scale.Scale.Band;
import se.framsteg.fidelity.scale.Scale.How;
import se.framsteg.fidelity.scale.Scale.Item;
import se.framsteg.fidelity.scale.Scale.Section;
import se.framsteg.fidelity.scale.Scale.Steps;
import se.framsteg.shared.definition.Fields;
import se.framsteg.shared.definition.LocalizedText;
import se.framsteg.shared.definition.Texts;
import se.framsteg.shared.definition.Value;

/**
 * The fields of a scale's file and what must hold among them. The scale that comes out is whole only when nothing was reported;
 * {@link ScaleReader} sees to that.
 */
final class ScaleFile {
    private static final int LAST_VERSION = 9999;
    /** The highest score of the measures that tell their score themselves. */
    private static final int FIVE = 5;

    private static final int LARGEST_BOUND = 100_000;
    private static final List<String> KINDS = List.of("computed", "evidence", "rated");

    private final Fields fields;
    private final Texts texts;
    private final int highest;
    private final List<LocalizedText> common;

    ScaleFile(Value root) {
        fields = root.fields(
                "key",
                "version",
                "languages",
                "name",
                "about",
                "rights",
                "source",
                "notes",
                "highest",
                "anchors",
                "sections",
                "bands");
        texts = Texts.in(fields.required("languages"));
        highest = fields.required("highest").number(2, 10);
        common = texts(fields.optional("anchors"));
    }

    Scale scale() {
        var named = fields.optional("bands");
        var bands = each(named, (value, _) -> band(value));
        if (IntStream.range(1, bands.size())
                .anyMatch(i -> bands.get(i).from() >= bands.get(i - 1).from())) {
            named.report(ScaleFault.BANDS);
        }
        var sections = new HashSet<String>();
        var items = new HashSet<String>();
        return new Scale(
                fields.required("key").key(),
                fields.required("version").number(1, LAST_VERSION),
                texts.text(fields.required("name")),
                texts.text(fields.required("about")),
                texts.text(fields.required("rights")),
                texts.text(fields.required("source")),
                texts(fields.optional("notes")),
                highest,
                each(fields.required("sections"), (value, _) -> section(value, sections, items)),
                bands);
    }

    private static <T> List<T> each(Value list, BiFunction<Value, Integer, T> entry) {
        if (list.isAbsent()) {
            return List.of();
        }
        var values = list.list();
        return IntStream.range(0, values.size())
                .mapToObj(i -> entry.apply(values.get(i), i))
                .toList();
    }

    private List<LocalizedText> texts(Value list) {
        return each(list, (value, _) -> texts.text(value));
    }

    private Section section(Value value, Set<String> sections, Set<String> items) {
        var section = value.fields("key", "name", "items");
        return new Section(
                section.required("key").unusedKey(sections),
                texts.text(section.required("name")),
                each(section.required("items"), (item, _) -> item(item, items)));
    }

    private Band band(Value value) {
        var band = value.fields("from", "name");
        return new Band(band.required("from").number(1, 1000), texts.text(band.required("name")));
    }

    private Item item(Value value, Set<String> seen) {
        var item = value.fields(
                "key",
                "name",
                "about",
                "how",
                "measure",
                "at-least",
                "at-most",
                "fewest",
                "evidence",
                "anchors",
                "unverified");
        var how = How.values()[KINDS.indexOf(item.required("how").choice(KINDS))];
        var measure = how == How.COMPUTED ? measure(value, item) : Optional.<Measure>empty();
        return new Item(
                item.required("key").unusedKey(seen),
                texts.text(item.required("name")),
                texts.text(item.required("about")),
                how,
                measure,
                measure.flatMap(one -> steps(value, one, item)),
                each(item.optional("evidence"), (one, _) -> Measure.of(one.choice(Measure.keys()))),
                anchors(value, item.optional("anchors")),
                item.optional("unverified").isTrue());
    }

    private static Optional<Measure> measure(Value value, Fields item) {
        var named = item.optional("measure");
        if (named.isAbsent()) {
            value.report(ScaleFault.NEEDS_MEASURE);
            return Optional.empty();
        }
        var measure = Measure.of(named.choice(Measure.keys()));
        if (!measure.scored()) {
            named.report(ScaleFault.NOT_SCORED, measure.key());
            return Optional.empty();
        }
        return Optional.of(measure);
    }

    private Optional<Steps> steps(Value value, Measure measure, Fields item) {
        var rising = item.optional("at-least");
        var falling = item.optional("at-most");
        if (measure.tellsScore()) {
            if (!rising.isAbsent() || !falling.isAbsent()) {
                value.report(ScaleFault.TELLS_SCORE, measure.key());
            }
            if (highest > 0 && highest != FIVE) {
                value.report(ScaleFault.NEEDS_FIVE, measure.key());
            }
            return Optional.empty();
        }
        var bounds =
                each(rising.isAbsent() ? falling : rising, (one, _) -> BigDecimal.valueOf(one.decimal(LARGEST_BOUND)));
        if (rising.isAbsent() == falling.isAbsent() || bounds.size() != highest - 1) {
            if (highest > 0) {
                value.report(ScaleFault.NEEDS_STEPS, highest - 1);
            }
            return Optional.empty();
        }
        if (!inOrder(bounds, falling.isAbsent())) {
            (rising.isAbsent() ? falling : rising).report(ScaleFault.NOT_IN_ORDER, bounds.toString());
        }
        var fewest = item.optional("fewest");
        return Optional.of(new Steps(falling.isAbsent(), bounds, fewest.isAbsent() ? 0 : fewest.number(1, 1000)));
    }

    private static boolean inOrder(List<BigDecimal> bounds, boolean rising) {
        return IntStream.range(1, bounds.size())
                .allMatch(i -> bounds.get(i).compareTo(bounds.get(i - 1)) * (rising ? 1 : -1) > 0);
    }

    private List<LocalizedText> anchors(Value value, Value own) {
        var anchors = own.isAbsent() ? common : texts(own);
        // Of a file that has no highest score that one alone is told.
        if (highest > 0 && anchors.size() != highest) {
            (own.isAbsent() ? value : own).report(ScaleFault.ANCHORS, highest);
        }
        return anchors;
    }
}
