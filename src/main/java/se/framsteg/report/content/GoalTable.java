package se.framsteg.report.content;

import java.math.BigDecimal;
import java.util.List;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Line;
import se.framsteg.statistics.goal.GoalResult;
import se.framsteg.ui.Texts;

/** Goals beside what has been reached of them, as a table. */
public final class GoalTable {
    private GoalTable() {}

    public static Grid of(String title, List<GoalResult> results, Texts texts) {
        var more = results.stream().anyMatch(GoalResult::more);
        return new Grid(
                title,
                List.of(
                        texts.of("report.goals.goal"),
                        texts.of("report.goals.target"),
                        texts.of("report.goals.result"),
                        texts.of("report.goals.reached")),
                results.stream().map(result -> line(result, texts)).toList(),
                0,
                more ? texts.of("report.more") : "");
    }

    /** What is to be reached, the target, the result, and whether it is reached. */
    public static Line line(GoalResult result, Texts texts) {
        var goal = result.goal();
        return new Line(
                goal.text(),
                List.of(
                        goal.target()
                                .map(target -> Cell.of(number(target, result, texts), target))
                                .orElseGet(() -> Cell.of("–")),
                        value(result, texts),
                        Cell.of(result.reached()
                                .map(reached -> texts.of(reached ? "report.goals.yes" : "report.goals.no"))
                                .orElse("–"))));
    }

    private static Cell value(GoalResult result, Texts texts) {
        if (result.share().isPresent()) {
            var share = result.share().get();
            return Cell.of(
                    texts.of(
                            "report.goals.share." + result.goal().measure(),
                            number(result.value().orElseThrow(), result, texts),
                            share.part(),
                            share.of()),
                    result.value().orElseThrow());
        }
        var told = result.value().map(value -> number(value, result, texts)).orElse("");
        var text = result.words().isEmpty() ? told : told.isEmpty() ? result.words() : told + ". " + result.words();
        return text.isEmpty()
                ? Cell.of(texts.of("report.goals.unknown"))
                : result.value().map(value -> Cell.of(text, value)).orElseGet(() -> Cell.of(text));
    }

    private static String number(BigDecimal number, GoalResult result, Texts texts) {
        var plain = number.stripTrailingZeros().toPlainString();
        var typed = texts.language().equals("en") ? plain : plain.replace('.', ',');
        if (result.goal().measure().share()) {
            return texts.of("report.percent", typed);
        }
        return (typed + " " + result.goal().unit()).strip();
    }
}
