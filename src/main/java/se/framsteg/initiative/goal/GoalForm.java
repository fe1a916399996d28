package se.framsteg.initiative.goal;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.framsteg.initiative.FreeWords;
import se.framsteg.initiative.goal.Goal.Measure;
import se.framsteg.initiative.goal.Goal.Onward;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The form of a goal and of a result: what stands in it, and what it says; and numbers as people write them. */
public final class GoalForm {
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_UNIT = 60;
    private static final int LONGEST_WORDS = 2000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d)?");

    private GoalForm() {}

    static Goal.Written read(Fields fields, Measure measure) {
        return new Goal.Written(
                fields.number("position", 1, 1000),
                FreeWords.required(fields, "text", LONGEST_TEXT, "goal.text"),
                target(fields, measure),
                measure == Measure.FREE ? FreeWords.read(fields, "unit", LONGEST_UNIT) : "",
                measure == Measure.ONWARD ? outcomes(fields) : Set.of(),
                fields.optionalDate("due"));
    }

    private static Set<Onward> outcomes(Fields fields) {
        var chosen = fields.choices("outcomes", Onward.class);
        if (chosen.isEmpty()) {
            fields.fail("outcomes", "goal.outcomes.required");
        }
        return chosen;
    }

    private static Optional<BigDecimal> target(Fields fields, Measure measure) {
        var typed = measure.share() ? fields.value("target").replace("%", "") : fields.value("target");
        var target = number(fields, "target", typed);
        if (target.isEmpty() && measure != Measure.FREE) {
            fields.fail("target", "goal.target.required");
        }
        if (measure.share()
                && target.filter(some -> some.compareTo(BigDecimal.valueOf(100)) > 0)
                        .isPresent()) {
            fields.fail("target", "goal.target.share");
        }
        return target;
    }

    static Goal.Result readResult(Fields fields, GoalResultId id, Clock clock) {
        var result = new Goal.Result(
                id,
                fields.date("reached", "goal.reached"),
                number(fields, "value", fields.value("value")),
                FreeWords.read(fields, "words", LONGEST_WORDS));
        if (result.on().isAfter(LocalDate.now(clock))) {
            fields.fail("reached", "goal.reached.future");
        }
        if (result.value().isEmpty() && result.words().isEmpty()) {
            fields.fail("value", "goal.value.required");
        }
        return result;
    }

    /** A number with at most one decimal, also written with blanks between the thousands. */
    private static Optional<BigDecimal> number(Fields fields, String field, String typed) {
        var plain = typed.replaceAll("[\\s\\p{Z}]", "").replace(',', '.');
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(plain).matches()) {
            fields.fail(field, "goal.number");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain));
    }

    static Map<String, String> written(Goal goal) {
        return Map.of(
                "position", Integer.toString(goal.position()),
                "text", goal.text(),
                "target", Fields.decimal(goal.target()),
                "unit", goal.unit(),
                "due", goal.due().map(LocalDate::toString).orElse(""));
    }

    /** What is to be reached, with its unit; a dash if no number is to be. */
    public static String target(Goal goal, Page page) {
        return goal.target().map(number -> amount(goal, number, page)).orElse("–");
    }

    /** A number of what the goal is in. */
    public static String amount(Goal goal, BigDecimal number, Page page) {
        var format = NumberFormat.getInstance(page.spoken().locale());
        format.setMaximumFractionDigits(1);
        var written = format.format(number);
        var measure = goal.measure();
        return measure == Measure.FREE
                ? (written + " " + goal.unit()).strip()
                : page.t("goal.amount." + measure, written);
    }
}
