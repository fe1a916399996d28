package se.framsteg.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.evaluation.Occasion;
import se.framsteg.evaluation.OpinionWords;
import se.framsteg.evaluation.Opinions;
import se.framsteg.evaluation.Opinions.Period;
import se.framsteg.report.Section;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Line;
import se.framsteg.report.content.ChapterSource;
import se.framsteg.report.content.Span;
import se.framsteg.ui.Texts;

/** What participants have answered about the initiative, as it is told: of periods that ended by the end of the report's, never who, and no words of theirs. */
@Component
class EvaluationChapter implements ChapterSource {
    private final Opinions opinions;

    EvaluationChapter(Opinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public Set<Section> sections() {
        return Set.of(Section.EVALUATION);
    }

    @Override
    public Map<Section, List<Block>> blocks(Span span, Texts texts) {
        var view = opinions.see(span.writer(), span.initiative().id());
        var grids = new ArrayList<Block>();
        for (var occasion : Occasion.values()) {
            view.periods().getOrDefault(occasion, List.of()).stream()
                    .filter(period -> UsefulShare.ended(period, span.to()))
                    .forEach(period -> grids.add(grid(occasion, period, texts)));
        }
        return Map.of(Section.EVALUATION, grids);
    }

    private static Block grid(Occasion occasion, Period period, Texts texts) {
        var words = new OpinionWords(texts);
        var title = texts.of("report.column.of", texts.of("opinion.occasion", occasion), words.period(period));
        return new Grid(
                title,
                List.of(texts.of("opinion.question"), texts.of("opinion.median"), texts.of("opinion.counts")),
                period.tallies().stream()
                        .map(tally -> new Line(
                                texts.of("opinion.question", tally.question()),
                                List.of(Cell.of(words.median(tally)), Cell.of(words.counts(tally.steps())))))
                        .toList(),
                0,
                // How many answered in all would tell, beside a question, how few did not know.
                "");
    }
}
