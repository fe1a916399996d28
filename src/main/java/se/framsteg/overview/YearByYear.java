package se.framsteg.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import se.framsteg.initiative.money.MoneyTable;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.ledger.Universe;
import se.framsteg.ui.Texts;

/**
 * Some initiatives together, over the years.
 *
 * @param all whether all of them are added up, since none was asked for
 * @param lines the years of which there is something to tell, the first first
 */
public record YearByYear(List<Overview.Choice> choices, boolean all, List<Line> lines, LocalDate today) {
    public YearByYear {
        choices = List.copyOf(choices);
        lines = List.copyOf(lines);
    }

    /**
     * @param people what is told of the year, of each initiative for persons that went on in it, or of which somebody is told in it
     * @param paid budget and actuals of the year
     */
    public record Line(Stretch year, List<Figures> people, MoneyTable.Sum paid) {
        public Line {
            people = List.copyOf(people);
        }

        boolean telling() {
            return people.stream().anyMatch(Figures::counted) || paid.budget() > 0 || paid.actual() > 0;
        }
    }

    /** As tables, which are drawn as well. */
    public List<Grid> tables(Texts texts) {
        var words = new GlanceWords(texts);
        var grids = new ArrayList<Grid>();
        if (lines.isEmpty()) {
            return grids;
        }
        if (lines.stream().anyMatch(line -> !line.people().isEmpty())) {
            grids.add(people(texts, words));
        }
        grids.add(money(texts, words));
        return grids;
    }

    private Grid people(Texts texts, GlanceWords words) {
        return new Grid(
                texts.of("overview.years.people"),
                List.of(
                        texts.of("overview.year"),
                        texts.of("overview.started"),
                        texts.of("overview.started.women"),
                        texts.of("overview.started.men"),
                        texts.of("overview.ended"),
                        texts.of("overview.onward"),
                        texts.of("overview.interval")),
                lines.stream().map(line -> people(line, texts, words)).toList(),
                3,
                texts.of("overview.years.people.note"));
    }

    private Block.Line people(Line line, Texts texts, GlanceWords words) {
        if (line.people().isEmpty()) {
            return new Block.Line(year(line, texts), Collections.nCopies(6, GlanceWords.NOTHING));
        }
        var onward = Figures.sum(
                line.people().stream().flatMap(one -> one.onward().stream()).toList());
        return new Block.Line(
                year(line, texts),
                List.of(
                        number(line, Universe.STARTED, Group.ALL, words),
                        number(line, Universe.STARTED, Group.WOMEN, words),
                        number(line, Universe.STARTED, Group.MEN, words),
                        number(line, Universe.ENDED, Group.ALL, words),
                        words.share(onward, Figures.why(line.people(), Universe.ENDED)),
                        words.interval(onward)));
    }

    private static Cell number(Line line, Universe universe, Group group, GlanceWords words) {
        return words.number(Told.sum(
                line.people().stream().map(one -> one.number(universe, group)).toList()));
    }

    private Grid money(Texts texts, GlanceWords words) {
        return new Grid(
                texts.of("overview.years.money"),
                List.of(
                        texts.of("overview.year"),
                        texts.of("report.money.budget"),
                        texts.of("report.money.actual"),
                        texts.of("report.money.share")),
                lines.stream()
                        .map(line -> new Block.Line(
                                year(line, texts),
                                List.of(
                                        words.kronor(line.paid().budget()),
                                        words.kronor(line.paid().actual()),
                                        words.used(line.paid()))))
                        .toList(),
                2,
                texts.of("report.money.kronor"));
    }

    private String year(Line line, Texts texts) {
        var year = line.year().year().map(Object::toString).orElse("");
        return line.year().runsOn(today) ? texts.of("overview.year.running", year) : year;
    }
}
