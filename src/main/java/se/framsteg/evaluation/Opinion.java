package se.framsteg.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import se.framsteg.shared.Identifying;
import se.framsteg.ui.Fields;

/**
 * What somebody thinks of an initiative. Nobody's: it holds nothing that tells whose.
 *
 * @param steps 1–5 to each question that was answered, 5 the best
 * @param words up to 1000 characters, may be empty
 */
public record Opinion(Map<Question, Integer> steps, String words) {
    /** Fewer answers than these are never told (docs/adr/0013). */
    public static final int FEWEST = 5;

    public static final int STEPS = 5;

    private static final int LONGEST = 1000;

    /** In a form, instead of a step: nothing is preset, so that it is somebody's choice. */
    public static final String DO_NOT_KNOW = "0";

    /** The questions, in order: the first one tells whether the support is of use. */
    public enum Question {
        USEFUL,
        INFLUENCE,
        NEXT_STEP,
        TREATMENT;

        public String field() {
            return "to-" + name();
        }
    }

    public Opinion {
        steps = Map.copyOf(steps);
    }

    Optional<Integer> to(Question question) {
        return Optional.ofNullable(steps.get(question));
    }

    /** Reads the form. The texts of what is wrong begin with {@code opinion}. */
    public static Opinion read(Fields fields) {
        var steps = new EnumMap<Question, Integer>(Question.class);
        Arrays.stream(Question.values())
                .forEach(question -> step(fields, question).ifPresent(step -> steps.put(question, step)));
        var opinion = new Opinion(steps, fields.text("words", LONGEST));
        fields.refuse("words", Identifying.in(opinion.words()), "opinion.identifying");
        if (fields.ok() && opinion.isEmpty()) {
            fields.fail(Question.USEFUL.field(), "opinion.empty");
        }
        return opinion;
    }

    private static Optional<Integer> step(Fields fields, Question question) {
        var typed = fields.value(question.field());
        if (typed.matches("[1-" + STEPS + "]")) {
            return Optional.of(Integer.valueOf(typed));
        }
        if (!typed.equals(DO_NOT_KNOW)) {
            fields.fail(question.field(), "opinion.choose");
        }
        return Optional.empty();
    }

    /** Whether nothing was answered. */
    boolean isEmpty() {
        return steps.isEmpty() && words.isEmpty();
    }

    /** Whether the words tell whose it is, as far as that can be recognised. */
    boolean tells() {
        return !Identifying.in(words).isEmpty();
    }

    @Override
    public String toString() {
        return "opinion";
    }
}
