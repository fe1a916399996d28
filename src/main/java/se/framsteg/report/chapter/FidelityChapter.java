package se.framsteg.report.chapter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.fidelity.review.Reviews;
import se.framsteg.report.Section;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Line;
import se.framsteg.report.content.Block.Remark;
import se.framsteg.report.content.ChapterSource;
import se.framsteg.report.content.Span;
import se.framsteg.ui.Texts;

/** What raters have agreed on, of reviews up to the end of the period: sums alone, which tell of the work and of nobody. */
@Component
class FidelityChapter implements ChapterSource {
    private final Reviews reviews;

    FidelityChapter(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Set<Section> sections() {
        return Set.of(Section.FIDELITY);
    }

    @Override
    public Map<Section, List<Block>> blocks(Span span, Texts texts) {
        var lines = reviews.of(span.writer(), span.initiative().id()).stream()
                .filter(review -> !review.window().to().isAfter(span.to()))
                .flatMap(review -> review.sum().map(sum -> line(review, sum, texts)).stream())
                .toList();
        return lines.isEmpty() ? Map.of() : Map.of(Section.FIDELITY, List.of(grid(lines, texts), honest(texts)));
    }

    private static Line line(Reviews.Line review, int sum, Texts texts) {
        var window = review.window();
        return new Line(
                review.scaleName().in(texts.language()),
                List.of(
                        Cell.of(texts.of(
                                "report.frame.period.days", texts.date(window.from()), texts.date(window.to()))),
                        Cell.of(texts.number(sum), sum)));
    }

    private static Block grid(List<Line> lines, Texts texts) {
        return new Grid(
                texts.of("report.fidelity.reviews"),
                List.of(texts.of("report.fidelity.scale"), texts.of("report.period"), texts.of("report.fidelity.sum")),
                lines,
                0,
                "");
    }

    private static Block honest(Texts texts) {
        return new Remark(texts.of("fidelity.honest"));
    }
}
