package se.framsteg.assessment.instrument;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.framsteg.shared.definition.Fields;
import se.framsteg.shared.definition.LocalizedText;
import se.framsteg.shared.definition.Nearest;
import se.framsteg.shared.definition.Texts;
import se.framsteg.shared.definition.Value;

/**
 * The fields of an instrument file and what must hold among them.
 *
 * <p>The instrument that comes out is whole only when nothing was reported; {@link InstrumentReader} sees to that.
 */
final class InstrumentFile {

    private static final int LAST_VERSION = 9999;
    private static final int FEWEST_STEPS = 2;
    private static final int MOST_STEPS = 10;
    private static final int MOST_ITEMS = 100;

    private final Fields fields;
    private final Texts texts;

    InstrumentFile(Value root) {
        fields = root.fields(
                "key",
                "version",
                "languages",
                "unreviewed",
                "name",
                "description",
                "rights",
                "source",
                "scale",
                "smallest-change",
                "dimensions",
                "items");
        texts = Texts.in(fields.required("languages"));
    }

    Instrument instrument() {
        String key = fields.required("key").key();
        int version = fields.required("version").number(1, LAST_VERSION);
        Scale scale = scale(fields.required("scale"));
        double smallestChange =
                smallestChange(fields.optional("smallest-change"), scale, Dimension.ASSUMED_SMALLEST_CHANGE);
        List<DimensionEntry> dimensions = dimensions(fields.required("dimensions"), scale, smallestChange);
        List<Item> items = items(fields.required("items"), scale, dimensions);
        dimensions.forEach(entry -> checkItems(entry, items));
        return new Instrument(
                key,
                version,
                texts.languages(),
                texts.someOf(fields.optional("unreviewed")),
                texts.text(fields.required("name")),
                texts.staffText(fields.required("description")),
                texts.staffText(fields.required("rights")),
                texts.staffText(fields.required("source")),
                scale.highest(),
                smallestChange,
                dimensions.stream().map(DimensionEntry::dimension).toList(),
                items);
    }

    /** The common scale, and the texts of its steps when items share them. */
    private record Scale(int highest, boolean hasSteps, List<LocalizedText> steps) {}

    private Scale scale(Value value) {
        Fields scale = value.fields("highest", "steps");
        int highest = scale.required("highest").number(FEWEST_STEPS, MOST_STEPS);
        Value steps = scale.optional("steps");
        boolean unknown = value.isAbsent();
        return new Scale(highest, unknown || !steps.isAbsent(), steps(steps, highest, texts::text));
    }

    private List<LocalizedText> steps(Value value, int highest, Function<Value, LocalizedText> text) {
        if (value.isAbsent()) {
            return List.of();
        }
        List<LocalizedText> steps = value.list().stream().map(text).toList();
        if (!steps.isEmpty() && highest > 0 && steps.size() != highest) {
            value.report(InstrumentFault.WRONG_STEP_COUNT, highest, steps.size());
        }
        return steps;
    }

    /** A dimension and the places to point at when its items do not fit it. */
    private record DimensionEntry(Dimension dimension, Value place, Value fewestAnswers) {}

    /** The scale's length is not looked at where it could not be read. */
    private static double smallestChange(Value value, Scale scale, double otherwise) {
        int most = (scale.highest() > 0 ? scale.highest() : MOST_STEPS) - Instrument.LOWEST;
        double read = value.isAbsent() ? 0 : value.decimal(most);
        return read > 0 ? read : otherwise;
    }

    private List<DimensionEntry> dimensions(Value list, Scale scale, double smallestChange) {
        Set<String> seen = new HashSet<>();
        return list.list().stream()
                .map(entry -> dimension(entry, seen, scale, smallestChange))
                .toList();
    }

    private DimensionEntry dimension(Value entry, Set<String> seen, Scale scale, double smallestChange) {
        Fields dimension = entry.fields("key", "name", "help", "scoring", "smallest-change");
        Fields scoring = dimension.required("scoring").fields("method", "fewest-answers");
        Value fewest = scoring.required("fewest-answers");
        Dimension read = new Dimension(
                dimension.required("key").unusedKey(seen),
                texts.text(dimension.required("name")),
                texts.text(dimension.required("help")),
                new Scoring(method(scoring.required("method")), Math.max(1, fewest.number(1, MOST_ITEMS))),
                smallestChange(dimension.optional("smallest-change"), scale, smallestChange));
        return new DimensionEntry(read, entry, fewest);
    }

    private static Scoring.Method method(Value value) {
        List<Scoring.Method> methods = List.of(Scoring.Method.values());
        List<String> fields = methods.stream().map(Scoring.Method::field).toList();
        return methods.get(fields.indexOf(value.choice(fields)));
    }

    private List<Item> items(Value list, Scale scale, List<DimensionEntry> dimensions) {
        List<String> dimensionKeys =
                dimensions.stream().map(entry -> entry.dimension().key()).toList();
        Set<String> seen = new HashSet<>();
        List<Item> items = new ArrayList<>();
        for (Value entry : list.list()) {
            Fields item = entry.fields("key", "dimension", "participant", "caseworker");
            items.add(new Item(
                    item.required("key").unusedKey(seen),
                    dimensionOf(item.required("dimension"), dimensionKeys),
                    wordings(entry, item, scale)));
        }
        return items;
    }

    /** Whether the key is known can be told only when all dimensions have keys that could be read. */
    private static String dimensionOf(Value value, List<String> known) {
        String key = value.text();
        boolean allKnown = !known.isEmpty() && !known.contains("");
        if (!key.isEmpty() && allKnown && !known.contains(key)) {
            Nearest.to(key, known)
                    .ifPresentOrElse(
                            near -> value.report(InstrumentFault.UNKNOWN_DIMENSION_NEAR, key, near),
                            () -> value.report(InstrumentFault.UNKNOWN_DIMENSION, key));
        }
        return key;
    }

    private Map<Respondent, Wording> wordings(Value entry, Fields item, Scale scale) {
        Map<Respondent, Wording> wordings = new EnumMap<>(Respondent.class);
        for (Respondent respondent : Respondent.values()) {
            Value wording = item.optional(respondent.field());
            if (!wording.isAbsent()) {
                wordings.put(respondent, wording(wording, scale, textFor(respondent)));
            }
        }
        if (wordings.isEmpty() && item.readable()) {
            entry.report(InstrumentFault.NO_RESPONDENT);
        }
        return wordings;
    }

    /** The participant meets every language; the caseworker works in those of the staff. */
    private Function<Value, LocalizedText> textFor(Respondent respondent) {
        return respondent == Respondent.PARTICIPANT ? texts::text : texts::staffText;
    }

    private Wording wording(Value value, Scale scale, Function<Value, LocalizedText> text) {
        Fields wording = value.fields("question", "help", "steps");
        Value own = scale.hasSteps() ? wording.optional("steps") : wording.required("steps");
        return new Wording(
                text.apply(wording.required("question")),
                help(wording.optional("help"), text),
                own.isAbsent() ? scale.steps() : steps(own, scale.highest(), text));
    }

    private @Nullable LocalizedText help(Value value, Function<Value, LocalizedText> text) {
        return value.isAbsent() ? null : text.apply(value);
    }

    private static void checkItems(DimensionEntry entry, List<Item> items) {
        String key = entry.dimension().key();
        List<Item> own =
                items.stream().filter(item -> item.dimension().equals(key)).toList();
        if (own.isEmpty() && !items.isEmpty() && !key.isEmpty()) {
            entry.place().report(InstrumentFault.DIMENSION_WITHOUT_ITEM);
        }
        for (Respondent respondent : Respondent.values()) {
            long asked = own.stream().filter(item -> item.asks(respondent)).count();
            int fewest = entry.dimension().scoring().fewestAnswers();
            if (asked > 0 && asked < fewest) {
                entry.fewestAnswers().report(InstrumentFault.TOO_FEW_ITEMS, fewest, respondent.field(), asked);
            }
        }
    }
}
