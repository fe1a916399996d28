package se.framsteg.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.framsteg.initiative.outreach.OrganisationActivity;
import se.framsteg.initiative.outreach.Reached;
import se.framsteg.overview.Figures.Ending;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.report.content.Block.Fact;
import se.framsteg.report.content.Block.Facts;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Line;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.ledger.FigureTable;
import se.framsteg.statistics.ledger.Universe;
import se.framsteg.ui.Spreadsheet;
import se.framsteg.ui.Texts;

/** Counts by sex of each initiative in a year, to type into the national follow-up: as tables, and the same as a file. */
public final class FinsamTables {
    private static final List<Universe> NUMBERED = List.of(Universe.STARTED, Universe.ENDED, Universe.ONGOING);

    private final Overview overview;
    private final Texts texts;
    private final GlanceWords words;

    public FinsamTables(Overview overview, Texts texts) {
        this.overview = overview;
        this.texts = texts;
        this.words = new GlanceWords(texts);
    }

    /** What is typed of one initiative. */
    public record Entry(Glance glance, Facts frame, Grid counts) {}

    /** Those for persons first, each by name. */
    public List<Entry> entries() {
        return Stream.concat(overview.individual().stream(), overview.structural().stream())
                .map(one -> new Entry(one, frame(one), counts(one)))
                .toList();
    }

    private Facts frame(Glance one) {
        var frame = one.initiative().frame();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(texts.of("initiative.kind.fact"), words.kind(one.initiative())));
        facts.add(new Fact(
                texts.of("initiative.orientation"), frame.orientation().isBlank() ? "–" : frame.orientation()));
        facts.add(new Fact(texts.of("initiative.method"), texts.of("initiative.method", frame.method())));
        facts.add(new Fact(texts.of("initiative.esf.fact"), texts.of(frame.esf() ? "overview.yes" : "overview.no")));
        facts.add(new Fact(texts.of("overview.period"), words.period(one.initiative())));
        if (one.structural() && !one.activities().isEmpty()) {
            facts.add(new Fact(texts.of("overview.organisations"), organisations(one)));
        }
        return new Facts(facts);
    }

    private static String organisations(Glance one) {
        return one.activities().stream()
                .map(OrganisationActivity::organisations)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private Grid counts(Glance one) {
        return new Grid(
                texts.of("overview.finsam.counts", one.initiative().name()),
                List.of(
                        texts.of("report.column.what"),
                        texts.of("statistics.group.WOMEN"),
                        texts.of("statistics.group.MEN"),
                        texts.of("statistics.group.ALL"),
                        texts.of("overview.finsam.remark")),
                one.structural() ? activities(one) : people(one.people()),
                0,
                "");
    }

    private List<Line> people(Figures figures) {
        var lines = new ArrayList<Line>();
        NUMBERED.forEach(universe -> lines.add(number(figures, universe)));
        var outcomes = figures.outcomes().filter(FigureTable::shown);
        if (outcomes.isEmpty()) {
            var untold = Cell.of(figures.why(Universe.ENDED)
                    .map(why -> texts.of("overview.missing", why))
                    .orElse("–"));
            lines.add(new Line(texts.of("overview.finsam.outcomes"), List.of(untold, untold, untold, Cell.of(""))));
            return lines;
        }
        if (figures.outcome(Ending.WORK).isEmpty()) {
            lines.addAll(coarse(outcomes.get()));
            return lines;
        }
        for (var ending : Ending.values()) {
            var table = outcomes.get();
            lines.add(new Line(
                    texts.of("overview.finsam.ended-to", texts.of("statistics.column.OUTCOME." + ending)),
                    List.of(
                            outcome(figures, table, ending, Group.WOMEN),
                            outcome(figures, table, ending, Group.MEN),
                            outcome(figures, table, ending, Group.ALL),
                            Cell.of(remark(table)))));
        }
        return lines;
    }

    /** Where the kinds are too few to be told of one by one: as the division that is told has them. */
    private List<Line> coarse(FigureTable outcomes) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < outcomes.columns().size(); i++) {
            int column = i;
            var cells = new ArrayList<Cell>();
            Stream.of(Group.WOMEN, Group.MEN, Group.ALL)
                    .map(group -> outcomes.row(group)
                            .map(row -> part(outcomes, group, row.numbers().get(column)))
                            .orElseGet(() -> Cell.of(texts.of("overview.missing", Told.Missing.TOGETHER))))
                    .forEach(cells::add);
            cells.add(Cell.of((texts.of("overview.finsam.coarse") + " " + remark(outcomes)).strip()));
            lines.add(new Line(
                    texts.of(
                            "overview.finsam.ended-to",
                            texts.of("statistics.column.OUTCOME."
                                    + outcomes.columns().get(column).code())),
                    cells));
        }
        return lines;
    }

    private Line number(Figures figures, Universe universe) {
        return new Line(
                texts.of("overview.finsam.number", universe),
                List.of(
                        words.number(figures.number(universe, Group.WOMEN)),
                        words.number(figures.number(universe, Group.MEN)),
                        words.number(figures.number(universe, Group.ALL)),
                        Cell.of(remark(figures.number(universe)))));
    }

    private Cell outcome(Figures figures, FigureTable outcomes, Ending ending, Group group) {
        var number = figures.number(ending, group);
        if (number.isPresent()) {
            return part(outcomes, group, number.get());
        }
        var together = group != Group.ALL && figures.number(ending, Group.ALL).isPresent();
        return Cell.of(texts.of("overview.missing", together ? Told.Missing.TOGETHER : Told.Missing.TOO_FEW));
    }

    /** A part of a table: of women or men the least that it is where some are told of without their sex, since they may be among them. */
    private Cell part(FigureTable table, Group group, int number) {
        var without = group != Group.ALL && table.withoutSex() > 0;
        return without && number == 0
                ? Cell.of(texts.of("overview.missing", Told.Missing.TOGETHER))
                : words.number(new Told(Optional.of(number), without, Optional.empty()));
    }

    /** Which days it covers, and whether some are told of without their sex or not at all. */
    private String remark(FigureTable table) {
        var parts = new ArrayList<String>();
        table.days()
                .ifPresent(days -> parts.add(
                        table.universe() == Universe.ONGOING
                                ? texts.of("overview.finsam.day", texts.date(days.until()))
                                : texts.of(
                                        days.from().isBefore(overview.stretch().from())
                                                ? "overview.finsam.from-before"
                                                : "overview.finsam.days",
                                        texts.date(days.from()),
                                        texts.date(days.until()))));
        if (table.withoutSex() > 0 && table.row(Group.WOMEN).isPresent()) {
            parts.add(texts.of("overview.finsam.without-sex", texts.number(table.withoutSex())));
        }
        if (table.shown() && table.more() && table.universe() != Universe.ONGOING) {
            parts.add(texts.of("overview.finsam.more"));
        }
        return String.join(" ", parts);
    }

    private List<Line> activities(Glance one) {
        var reached = Reached.by(one.activities());
        return List.of(
                new Line(
                        texts.of("overview.activities"),
                        List.of(
                                GlanceWords.NOTHING,
                                GlanceWords.NOTHING,
                                Cell.of(texts.number(reached.activities()), reached.activities()),
                                Cell.of(""))),
                new Line(
                        texts.of("overview.reached.staff"),
                        List.of(
                                Cell.of(texts.number(reached.women()), reached.women()),
                                Cell.of(texts.number(reached.men()), reached.men()),
                                Cell.of(texts.number(reached.all()), reached.all()),
                                Cell.of(
                                        reached.untold() == 0
                                                ? ""
                                                : texts.of(
                                                        "overview.finsam.untold", texts.number(reached.untold()))))));
    }

    /** A row for each line of each table, with what stands above it. */
    public Spreadsheet spreadsheet() {
        var rows = new ArrayList<List<String>>();
        for (var entry : entries()) {
            var initiative = entry.glance().initiative();
            var frame = initiative.frame();
            for (var line : entry.counts().lines()) {
                var row = new ArrayList<String>(List.of(
                        initiative.name(),
                        words.kind(initiative),
                        frame.orientation(),
                        texts.of("initiative.method", frame.method()),
                        texts.of(frame.esf() ? "overview.yes" : "overview.no"),
                        initiative.startsOn().toString(),
                        initiative.endsOn().map(Object::toString).orElse(""),
                        overview.stretch().year().map(Object::toString).orElse(""),
                        line.label()));
                line.cells().forEach(cell -> row.add(plain(cell)));
                rows.add(row);
            }
        }
        return new Spreadsheet(columns(), rows);
    }

    /** Numbers without blanks in them, so that a spreadsheet reckons with them; one that is the least there are keeps saying so. */
    private static String plain(Cell cell) {
        Optional<String> number = cell.number().map(one -> one.toPlainString());
        return number.filter(_ -> cell.text().chars().noneMatch(Character::isLetter))
                .orElse(cell.text());
    }

    private List<String> columns() {
        return List.of(
                texts.of("overview.initiative"),
                texts.of("initiative.kind.fact"),
                texts.of("initiative.orientation"),
                texts.of("initiative.method"),
                texts.of("initiative.esf.fact"),
                texts.of("overview.finsam.starts"),
                texts.of("overview.finsam.ends"),
                texts.of("overview.year"),
                texts.of("report.column.what"),
                texts.of("statistics.group.WOMEN"),
                texts.of("statistics.group.MEN"),
                texts.of("statistics.group.ALL"),
                texts.of("overview.finsam.remark"));
    }
}
