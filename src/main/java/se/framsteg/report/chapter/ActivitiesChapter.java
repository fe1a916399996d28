package se.framsteg.report.chapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import se.framsteg.initiative.outreach.OrganisationActivities;
import se.framsteg.initiative.outreach.OrganisationActivity;
import se.framsteg.report.Section;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Line;
import se.framsteg.report.content.ChapterSource;
import se.framsteg.report.content.Span;
import se.framsteg.ui.Texts;

/** What a structural initiative has done with organisations in the period, and how many of their staff it reached. */
@Component
class ActivitiesChapter implements ChapterSource {
    private final OrganisationActivities activities;

    ActivitiesChapter(OrganisationActivities activities) {
        this.activities = activities;
    }

    @Override
    public Set<Section> sections() {
        return Set.of(Section.ACTIVITIES);
    }

    @Override
    public Map<Section, List<Block>> blocks(Span span, Texts texts) {
        var held = activities.of(span.initiative().id()).stream()
                .filter(one -> !one.on().isBefore(span.from()) && !one.on().isAfter(span.to()))
                .sorted(Comparator.comparing(OrganisationActivity::on))
                .toList();
        return held.isEmpty() ? Map.of() : Map.of(Section.ACTIVITIES, List.of(grid(held, texts)));
    }

    private static Block grid(List<OrganisationActivity> held, Texts texts) {
        var lines = new ArrayList<Line>();
        held.forEach(
                one -> lines.add(line(one.title(), texts.date(one.on()), one.organisations(), List.of(one), texts)));
        lines.add(line(texts.of("report.activities.all"), "", "", held, texts));
        return new Grid(
                texts.of("report.activities"),
                List.of(
                        texts.of("report.column.what"),
                        texts.of("report.activities.day"),
                        texts.of("report.activities.for"),
                        texts.of("report.column.women"),
                        texts.of("report.column.men"),
                        texts.of("report.activities.reached")),
                lines,
                0,
                texts.of("report.activities.note"));
    }

    private static Line line(
            String what, String day, String organisations, List<OrganisationActivity> held, Texts texts) {
        return new Line(
                what,
                List.of(
                        Cell.of(day),
                        Cell.of(organisations),
                        sum(held, OrganisationActivity::women, texts),
                        sum(held, OrganisationActivity::men, texts),
                        sum(held, OrganisationActivity::reached, texts)));
    }

    private static Cell sum(List<OrganisationActivity> held, ToIntFunction<OrganisationActivity> number, Texts texts) {
        int sum = held.stream().mapToInt(number).sum();
        return Cell.of(texts.number(sum), sum);
    }
}
