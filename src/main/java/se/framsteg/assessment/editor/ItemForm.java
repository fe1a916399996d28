package se.framsteg.assessment.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.outline.Outline;
import se.framsteg.assessment.outline.Words;
import se.framsteg.ui.Fields;

/** One question: put to those for whom something is written. */
final class ItemForm {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_STEPS = 3000;

    private ItemForm() {}

    /** A new question counts in the dimension of the one before it, or in the first. */
    static Outline.Item empty(Outline outline) {
        var dimension = outline.items().isEmpty()
                ? outline.dimensions().stream()
                        .findFirst()
                        .map(Outline.Dimension::key)
                        .orElse("")
                : outline.items().getLast().dimension();
        return new Outline.Item("", dimension, Optional.empty(), Optional.empty());
    }

    static List<String> languages(Respondent respondent, Outline outline) {
        var all = outline.about().languages();
        return respondent == Respondent.PARTICIPANT ? all : Languages.ofStaff(all);
    }

    static Map<String, String> values(Outline.Item item, Outline outline) {
        var values = new LinkedHashMap<String, String>();
        values.put("dimension", item.dimension());
        for (var respondent : Respondent.values()) {
            var languages = languages(respondent, outline);
            var wording = item.wording(respondent).orElse(new Outline.Wording(Words.NONE, Words.NONE, List.of()));
            Typed.put(values, respondent.field() + ".question", languages, wording.question());
            Typed.put(values, respondent.field() + ".help", languages, wording.help());
            Typed.putLines(values, respondent.field() + ".steps", languages, wording.steps());
        }
        return values;
    }

    static Outline.Item read(String key, Fields fields, Outline outline) {
        return new Outline.Item(
                key,
                fields.text("dimension", LONGEST_TEXT),
                wording(Respondent.PARTICIPANT, fields, outline),
                wording(Respondent.CASEWORKER, fields, outline));
    }

    private static Optional<Outline.Wording> wording(Respondent respondent, Fields fields, Outline outline) {
        var languages = languages(respondent, outline);
        var wording = new Outline.Wording(
                Typed.words(fields, respondent.field() + ".question", languages, LONGEST_TEXT),
                Typed.words(fields, respondent.field() + ".help", languages, LONGEST_TEXT),
                Typed.lines(fields, respondent.field() + ".steps", languages, LONGEST_STEPS));
        var empty = wording.question().isEmpty()
                && wording.help().isEmpty()
                && wording.steps().isEmpty();
        return empty ? Optional.empty() : Optional.of(wording);
    }
}
