package se.framsteg.pathway.method;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.framsteg.shared.definition.Fields;
import se.framsteg.shared.definition.LocalizedText;
import se.framsteg.shared.definition.Nearest;
import se.framsteg.shared.definition.Texts;
import se.framsteg.shared.definition.Value;

/**
 * The fields of a pathway file and what must hold among them.
 *
 * <p>The pathway that comes out is whole only when nothing was reported; {@link PathwayReader} sees to that.
 */
final class PathwayFile {
    private static final int LAST_VERSION = 9999;
    private static final int FEWEST_CHOICES = 2;
    private static final List<String> KINDS = Arrays.stream(Worksheet.Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Value root;
    private final Fields fields;
    private final Texts texts;

    PathwayFile(Value root) {
        this.root = root;
        fields = root.fields(
                "key",
                "version",
                "languages",
                "unreviewed",
                "name",
                "about",
                "rights",
                "source",
                "notes",
                "lists",
                "stages",
                "worksheets");
        texts = Texts.in(fields.required("languages"));
    }

    Pathway pathway() {
        checkContent();
        Value sheets = fields.optional("worksheets");
        List<Worksheet> worksheets = keyed(sheets, this::worksheet);
        return new Pathway(
                fields.required("key").key(),
                fields.required("version").number(1, LAST_VERSION),
                texts.languages(),
                texts.someOf(fields.optional("unreviewed")),
                texts.text(fields.required("name")),
                texts.staffText(fields.required("about")),
                texts.staffText(fields.required("rights")),
                texts.staffText(fields.required("source")),
                staffTexts(fields.optional("notes")),
                keyed(fields.optional("lists"), this::list),
                keyed(fields.optional("stages"), (stage, seen) -> stage(stage, seen, worksheets)),
                worksheets);
    }

    private void checkContent() {
        if (fields.readable()
                && fields.optional("stages").isAbsent()
                && fields.optional("lists").isAbsent()) {
            root.report(PathwayFault.NOTHING_IN_IT);
        }
    }

    /** Reads one entry of a list; its key goes among those seen. */
    private interface Entry<T> {
        T read(Value entry, Set<String> seen);
    }

    /** The entries of a list whose keys are their own, none if it is not there. */
    private static <T> List<T> keyed(Value list, Entry<T> entry) {
        Set<String> seen = new HashSet<>();
        return entries(list).stream().map(one -> entry.read(one, seen)).toList();
    }

    private static List<Value> entries(Value list) {
        return list.isAbsent() ? List.of() : list.list();
    }

    private PointList list(Value entry, Set<String> seen) {
        Fields list = entry.fields("key", "choose", "name", "about", "points");
        return new PointList(
                list.required("key").unusedKey(seen),
                list.optional("choose").isTrue(),
                texts.staffText(list.required("name")),
                unlessAbsent(list.optional("about"), texts::staffText),
                keyed(list.required("points"), this::point));
    }

    private Point point(Value entry, Set<String> seen) {
        Fields point = entry.fields("key", "name", "about", "prompts");
        return new Point(
                point.required("key").unusedKey(seen),
                texts.staffText(point.required("name")),
                unlessAbsent(point.optional("about"), texts::staffText),
                staffTexts(point.optional("prompts")));
    }

    private Stage stage(Value entry, Set<String> seen, List<Worksheet> worksheets) {
        Fields stage = entry.fields(
                "key", "alongside", "name", "about", "time", "activities", "prompts", "reached", "notes", "worksheets");
        return new Stage(
                stage.required("key").unusedKey(seen),
                stage.optional("alongside").isTrue(),
                texts.text(stage.required("name")),
                texts.staffText(stage.required("about")),
                unlessAbsent(stage.optional("time"), texts::staffText),
                keyed(stage.optional("activities"), this::point),
                staffTexts(stage.optional("prompts")),
                staffTexts(stage.optional("reached")),
                staffTexts(stage.optional("notes")),
                worksheetsOf(stage.optional("worksheets"), worksheets));
    }

    private static List<String> worksheetsOf(Value list, List<Worksheet> worksheets) {
        List<String> known = worksheets.stream().map(Worksheet::key).toList();
        Set<String> earlier = new HashSet<>();
        return entries(list).stream()
                .map(entry -> worksheetOf(entry, known, earlier))
                .toList();
    }

    /** Whether the key is known can be told only when all worksheets have keys that could be read. */
    private static String worksheetOf(Value value, List<String> known, Set<String> earlier) {
        String key = value.text();
        if (key.isEmpty() || known.contains("")) {
            return key;
        }
        if (!known.contains(key)) {
            Nearest.to(key, known)
                    .ifPresentOrElse(
                            near -> value.report(PathwayFault.UNKNOWN_WORKSHEET_NEAR, key, near),
                            () -> value.report(PathwayFault.UNKNOWN_WORKSHEET, key));
        } else if (!earlier.add(key)) {
            value.report(PathwayFault.REPEATED_WORKSHEET, key);
        }
        return key;
    }

    /** The person meets the whole of a worksheet. */
    private Worksheet worksheet(Value entry, Set<String> seen) {
        Fields worksheet = entry.fields("key", "name", "about", "fields");
        return new Worksheet(
                worksheet.required("key").unusedKey(seen),
                texts.text(worksheet.required("name")),
                texts.text(worksheet.required("about")),
                keyed(worksheet.required("fields"), this::field));
    }

    private Worksheet.Field field(Value entry, Set<String> seen) {
        Fields field = entry.fields("key", "kind", "needed", "question", "help", "choices");
        Value kind = field.required("kind");
        Worksheet.Kind read =
                kind.isAbsent() ? Worksheet.Kind.TEXT : Worksheet.Kind.values()[KINDS.indexOf(kind.choice(KINDS))];
        return new Worksheet.Field(
                field.required("key").unusedKey(seen),
                read,
                field.optional("needed").isTrue(),
                texts.text(field.required("question")),
                unlessAbsent(field.optional("help"), texts::text),
                choices(field.optional("choices"), kind, read));
    }

    /** Nothing is told of the choices where the kind could not be read, since it is what has to be mended. */
    private List<LocalizedText> choices(Value list, Value kind, Worksheet.Kind read) {
        List<LocalizedText> choices = entries(list).stream().map(texts::text).toList();
        if (read == Worksheet.Kind.CHOICE) {
            if (list.isAbsent() || (!choices.isEmpty() && choices.size() < FEWEST_CHOICES)) {
                kind.report(PathwayFault.NO_CHOICES);
            }
        } else if (!kind.isAbsent() && KINDS.contains(kind.plainText())) {
            list.report(PathwayFault.CHOICES_FOR_NOTHING, kind.plainText());
        }
        return choices;
    }

    private List<LocalizedText> staffTexts(Value list) {
        return entries(list).stream().map(texts::staffText).toList();
    }

    private static <T> @Nullable T unlessAbsent(Value value, Function<Value, T> reader) {
        return value.isAbsent() ? null : reader.apply(value);
    }
}
