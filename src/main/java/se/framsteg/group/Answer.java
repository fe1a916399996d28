package se.framsteg.group;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.framsteg.shared.Identifying;
import se.framsteg.ui.Fields;

/**
 * What somebody thought of a group. Nobody's: it holds nothing that tells whose.
 *
 * @param useful whether it was of use; empty if the person did not want to say
 * @param safe whether one felt safe in the group
 * @param met whether it was good to meet others
 * @param best what was best, up to 1000 characters, may be empty
 * @param change what to change, up to 1000 characters, may be empty
 */
public record Answer(Optional<Scale> useful, Optional<Scale> safe, Optional<Scale> met, String best, String change) {
    /** Fewer answers than these are never shown, so that nobody can be told by them: the small cells of ADR 13, one to four. */
    public static final int FEWEST = 5;

    private static final int LONGEST = 1000;

    /** In a form, instead of a step: nothing is preset, so that it is somebody's choice. */
    public static final String NOT_SAID = "NOT_SAID";

    /** How much. */
    public enum Scale {
        VERY,
        RATHER,
        LITTLE,
        NOT
    }

    /** The questions with steps, in order; each by the name of its field. */
    public enum Question {
        USEFUL,
        SAFE,
        MET;

        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The questions that are answered in words. */
    public static final List<String> WORDS = List.of("best", "change");

    public Optional<Scale> to(Question question) {
        return switch (question) {
            case USEFUL -> useful;
            case SAFE -> safe;
            case MET -> met;
        };
    }

    /** Whether nothing was answered. */
    boolean isEmpty() {
        return useful.isEmpty() && safe.isEmpty() && met.isEmpty() && best.isEmpty() && change.isEmpty();
    }

    /** Reads the form. The texts of what is wrong begin with {@code evaluation}. */
    public static Answer read(Fields fields) {
        var answer = new Answer(
                step(fields, Question.USEFUL),
                step(fields, Question.SAFE),
                step(fields, Question.MET),
                fields.text("best", LONGEST),
                fields.text("change", LONGEST));
        fields.refuse("best", Identifying.in(answer.best()), "evaluation.identifying");
        fields.refuse("change", Identifying.in(answer.change()), "evaluation.identifying");
        if (fields.ok() && answer.isEmpty()) {
            fields.fail("useful", "evaluation.empty");
        }
        return answer;
    }

    private static Optional<Scale> step(Fields fields, Question question) {
        var said = fields.optionalChoice(question.field(), Scale.class);
        if (said.isEmpty() && !fields.has(question.field(), NOT_SAID)) {
            fields.fail(question.field(), "evaluation.required");
        }
        return said;
    }

    /** What would tell whose it is, as far as that can be recognised. */
    boolean tells() {
        return !Identifying.in(best).isEmpty() || !Identifying.in(change).isEmpty();
    }

    @Override
    public String toString() {
        return "answer";
    }
}
