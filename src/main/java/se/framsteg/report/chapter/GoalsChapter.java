package se.framsteg.report.chapter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.initiative.goal.Goal;
import se.framsteg.report.Section;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.ChapterSource;
import se.framsteg.report.content.GoalTable;
import se.framsteg.report.content.Span;
import se.framsteg.statistics.goal.GoalResults;
import se.framsteg.ui.Texts;

/** What was to be reached, beside what has been reached since the initiative began. */
@Component
class GoalsChapter implements ChapterSource {
    private final GoalResults results;
    private final UsefulShare useful;

    GoalsChapter(GoalResults results, UsefulShare useful) {
        this.results = results;
        this.useful = useful;
    }

    @Override
    public Set<Section> sections() {
        return Set.of(Section.GOALS);
    }

    @Override
    public Map<Section, List<Block>> blocks(Span span, Texts texts) {
        var found = results.of(span.writer(), span.initiative(), span.to()).stream()
                .map(result -> result.goal().measure() == Goal.Measure.USEFUL
                        ? useful.of(span).map(result::with).orElse(result)
                        : result)
                .toList();
        return found.isEmpty()
                ? Map.of()
                : Map.of(Section.GOALS, List.of(GoalTable.of(texts.of("report.goals"), found, texts)));
    }
}
