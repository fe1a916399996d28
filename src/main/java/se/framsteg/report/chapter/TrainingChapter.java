package se.framsteg.report.chapter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.initiative.training.TrainingView;
import se.framsteg.initiative.training.TrainingView.Numbers;
import se.framsteg.initiative.training.Trainings;
import se.framsteg.report.Section;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Line;
import se.framsteg.report.content.ChapterSource;
import se.framsteg.report.content.Span;
import se.framsteg.ui.Texts;

/** How many have learnt the method, beside how many were to. They are staff, and are told as they are. */
@Component
class TrainingChapter implements ChapterSource {
    private final Trainings trainings;

    TrainingChapter(Trainings trainings) {
        this.trainings = trainings;
    }

    @Override
    public Set<Section> sections() {
        return Set.of(Section.TRAINING);
    }

    @Override
    public Map<Section, List<Block>> blocks(Span span, Texts texts) {
        var view = trainings.asOf(span.initiative().id(), span.to(), texts.language());
        var none = view.trained().all() == 0
                && view.goal().isEmpty()
                && view.courses().isEmpty();
        return Map.of(
                Section.TRAINING,
                none ? List.of() : List.of(people(view, texts.date(span.to()), texts), courses(view, texts)));
    }

    private static Block people(TrainingView view, String until, Texts texts) {
        var goal = view.goal().map(TrainingView.Goal::numbers);
        return new Grid(
                texts.of("report.training.people"),
                List.of(
                        texts.of("report.column.what"),
                        texts.of("report.training.trained"),
                        texts.of("report.training.goal")),
                List.of(
                        line(
                                texts.of("report.training.in-depth"),
                                view.trained().inDepth(),
                                goal.map(Numbers::inDepth),
                                texts),
                        line(
                                texts.of("report.training.one-day"),
                                view.trained().oneDay(),
                                goal.map(Numbers::oneDay),
                                texts),
                        line(texts.of("report.training.all"), view.trained().all(), goal.map(Numbers::all), texts)),
                0,
                texts.of("report.training.until", until));
    }

    private static Line line(String label, int trained, Optional<Integer> goal, Texts texts) {
        return new Line(
                label,
                List.of(
                        Cell.of(texts.number(trained), trained),
                        goal.map(number -> Cell.of(texts.number(number), number))
                                .orElseGet(() -> Cell.of("–"))));
    }

    private static Block courses(TrainingView view, Texts texts) {
        return new Grid(
                texts.of("report.training.courses"),
                List.of(
                        texts.of("report.column.what"),
                        texts.of("report.training.done"),
                        texts.of("report.training.planned")),
                view.courses().stream()
                        .map(one -> new Line(
                                one.course().name(),
                                List.of(
                                        Cell.of(texts.number(one.done()), one.done()),
                                        Cell.of(texts.number(one.planned()), one.planned()))))
                        .toList(),
                0,
                "");
    }
}
