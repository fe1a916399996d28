package se.framsteg.report.chapter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.initiative.implementation.ImplementationPlan;
import se.framsteg.initiative.implementation.ImplementationStep;
import se.framsteg.report.Section;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Line;
import se.framsteg.report.content.ChapterSource;
import se.framsteg.report.content.Span;
import se.framsteg.ui.Texts;

/** The steps towards ordinary work, and how far each has come. */
@Component
class ImplementationChapter implements ChapterSource {
    private final ImplementationPlan plan;

    ImplementationChapter(ImplementationPlan plan) {
        this.plan = plan;
    }

    @Override
    public Set<Section> sections() {
        return Set.of(Section.IMPLEMENTATION);
    }

    @Override
    public Map<Section, List<Block>> blocks(Span span, Texts texts) {
        var steps = plan.of(span.initiative().id()).stream()
                .map(step -> step.asOf(span.to()))
                .toList();
        return steps.isEmpty() ? Map.of() : Map.of(Section.IMPLEMENTATION, List.of(grid(steps, texts)));
    }

    private static Block grid(List<ImplementationStep> steps, Texts texts) {
        return new Grid(
                texts.of("report.steps"),
                List.of(
                        texts.of("report.steps.step"),
                        texts.of("report.steps.responsible"),
                        texts.of("report.steps.due"),
                        texts.of("report.steps.state")),
                steps.stream().map(step -> line(step, texts)).toList(),
                0,
                "");
    }

    private static Line line(ImplementationStep step, Texts texts) {
        var state = texts.of("implementation.state", step.state());
        return new Line(
                step.text(),
                List.of(
                        Cell.of(step.responsible()),
                        Cell.of(step.due().map(texts::date).orElse("–")),
                        Cell.of(step.changes().stream()
                                .findFirst()
                                .map(change -> texts.of(
                                                "report.steps.since", state, texts.date(change.on()), change.words())
                                        .strip())
                                .orElse(state))));
    }
}
