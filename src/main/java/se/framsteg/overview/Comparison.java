package se.framsteg.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import se.framsteg.initiative.money.MoneyTable;
import se.framsteg.overview.Figures.Ending;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Line;
import se.framsteg.report.content.GoalTable;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.goal.GoalResult;
import se.framsteg.statistics.ledger.Attribute;
import se.framsteg.statistics.ledger.FigureTable;
import se.framsteg.statistics.ledger.Share;
import se.framsteg.statistics.ledger.Universe;
import se.framsteg.ui.Texts;

/** Some initiatives beside each other, a column for each. */
final class Comparison {
    /** So few there must be, and so many there may be. */
    static final int FEWEST = 2;

    static final int MOST = 4;

    private final Overview overview;
    private final List<Glance> columns;
    private final Texts texts;
    private final GlanceWords words;

    Comparison(Overview overview, Texts texts) {
        this.overview = overview;
        this.columns = overview.glances();
        this.texts = texts;
        this.words = new GlanceWords(texts);
    }

    List<Grid> tables() {
        var grids = new ArrayList<Grid>();
        grids.add(grid("overview.compare.frame", frame(), ""));
        if (!overview.individual().isEmpty()) {
            grids.add(grid("overview.compare.people", people(), texts.of("overview.compare.people.note")));
            grids.add(grid("overview.compare.outcomes", outcomes(), texts.of("overview.compare.outcomes.note")));
            grids.add(grid("overview.compare.progress", progress(), texts.of("overview.progress.note")));
        }
        if (!overview.structural().isEmpty()) {
            grids.add(grid("overview.compare.activities", activities(), texts.of("overview.reached.note")));
        }
        var more = columns.stream().flatMap(one -> one.goals().stream()).anyMatch(GoalResult::more);
        grids.add(grid("overview.compare.goals", goals(), more ? texts.of("report.more") : ""));
        grids.add(grid("overview.compare.money", money(), texts.of("report.money.kronor")));
        return grids;
    }

    private Grid grid(String title, List<Line> lines, String note) {
        var headings = new ArrayList<>(List.of(texts.of("report.column.what")));
        columns.forEach(one -> headings.add(one.initiative().name()));
        return new Grid(texts.of(title), headings, lines, 0, note);
    }

    private Line line(String key, Function<Glance, Cell> cell) {
        return named(texts.of(key), cell);
    }

    private Line named(String label, Function<Glance, Cell> cell) {
        return new Line(label, columns.stream().map(cell).toList());
    }

    /** Something of participants, of whom there are none in a structural initiative. */
    private Line people(String label, Function<Figures, Cell> cell) {
        return named(label, one -> one.structural() ? GlanceWords.NOTHING : cell.apply(one.people()));
    }

    private List<Line> frame() {
        return List.of(
                line("initiative.kind.fact", one -> Cell.of(words.kind(one.initiative()))),
                line("overview.owner", one -> Cell.of(one.owner())),
                line("overview.period", one -> Cell.of(words.period(one.initiative()))),
                line("overview.target", one -> typed(one.initiative().targetGroup())),
                line(
                        "initiative.orientation",
                        one -> typed(one.initiative().frame().orientation())));
    }

    private static Cell typed(String words) {
        return words.isBlank() ? GlanceWords.NOTHING : Cell.of(words);
    }

    private List<Line> people() {
        return List.of(
                number("overview.started", Universe.STARTED, Group.ALL),
                number("overview.started.women", Universe.STARTED, Group.WOMEN),
                number("overview.started.men", Universe.STARTED, Group.MEN),
                share(texts.of("overview.share.women"), Universe.STARTED, Figures::women),
                share(texts.of("overview.share.young"), Universe.STARTED, Figures::young),
                share(texts.of("overview.share.soon"), Universe.STARTED, Figures::soon),
                number("overview.ongoing", Universe.ONGOING, Group.ALL),
                number("overview.ended", Universe.ENDED, Group.ALL));
    }

    private Line number(String key, Universe universe, Group group) {
        return people(texts.of(key), figures -> words.number(figures.number(universe, group)));
    }

    private Line share(String label, Universe universe, Function<Figures, Optional<Share>> share) {
        return people(label, figures -> Cell.of(words.whole(share.apply(figures), figures.why(universe))));
    }

    private List<Line> outcomes() {
        var lines = new ArrayList<Line>();
        lines.add(share(texts.of("overview.onward"), Universe.ENDED, Figures::onward));
        for (var ending : Ending.values()) {
            lines.add(share(
                    texts.of("statistics.column.OUTCOME." + ending),
                    Universe.ENDED,
                    figures -> figures.outcome(ending)));
        }
        lines.add(share(texts.of("overview.share.income"), Universe.ENDED, Figures::ownIncome));
        lines.add(
                share(texts.of("overview.share.after"), Universe.ENDED, figures -> figures.onward(Attribute.AFTER_12)));
        return lines;
    }

    private List<Line> progress() {
        var areas = new LinkedHashMap<String, String>();
        columns.forEach(one -> one.people()
                .areas()
                .forEach(table -> table.area()
                        .ifPresent(area ->
                                areas.putIfAbsent(area.key(), area.name().in(texts.language())))));
        var lines = new ArrayList<Line>();
        lines.add(people(
                texts.of("overview.progress.all"),
                figures -> Cell.of(words.counted(figures.progress(), figures.whyProgress()))));
        areas.forEach((key, name) -> lines.add(people(
                name,
                figures -> area(figures, key)
                        .map(table -> Cell.of(words.whole(Figures.up(table), figures.why(table))))
                        .orElse(GlanceWords.NOTHING))));
        return lines;
    }

    private static Optional<FigureTable> area(Figures figures, String key) {
        return figures.areas().stream()
                .filter(table -> table.area().orElseThrow().key().equals(key))
                .findFirst();
    }

    private List<Line> activities() {
        return List.of(
                line(
                        "overview.activities",
                        one -> one.structural()
                                ? Cell.of(
                                        texts.number(one.activities().size()),
                                        one.activities().size())
                                : GlanceWords.NOTHING),
                line(
                        "overview.reached.staff",
                        one -> one.structural() ? Cell.of(words.reached(one.activities())) : GlanceWords.NOTHING));
    }

    private List<Line> goals() {
        int most = columns.stream().mapToInt(one -> one.goals().size()).max().orElse(0);
        var lines = new ArrayList<Line>();
        lines.add(line(
                "overview.goals",
                one -> one.goals().isEmpty()
                        ? Cell.of(texts.of("overview.goals.none"))
                        : Cell.of((words.goals(one.goals()) + ". " + words.unknown(one.goals())).strip())));
        IntStream.range(0, most)
                .forEach(i -> lines.add(named(
                        texts.of("overview.goal.number", i + 1),
                        one -> i < one.goals().size() ? Cell.of(goal(one.goals().get(i))) : GlanceWords.NOTHING)));
        return lines;
    }

    private String goal(GoalResult result) {
        var line = GoalTable.line(words.said(result), texts);
        var target = line.cells().get(0).text();
        if (GlanceWords.untold(result)) {
            return texts.of("overview.goal.untold", line.label(), target);
        }
        var value = line.cells().get(1).text().replaceFirst("\\.$", "");
        if (GlanceWords.inReports(result)) {
            return texts.of("overview.goal.elsewhere", line.label(), target, value);
        }
        // A share of those who are told of is no less and no more than it is.
        var reached = result.more() && result.share().isEmpty() ? texts.of("overview.least", value) : value;
        return result.reached()
                .map(yes -> texts.of(
                        "overview.goal.whole",
                        line.label(),
                        reached,
                        target,
                        texts.of(yes ? "overview.goal.reached" : "overview.goal.not-reached")))
                .orElseGet(() -> texts.of("overview.goal.result", line.label(), reached));
    }

    private List<Line> money() {
        return List.of(
                line("report.money.budget", one -> words.kronor(one.paid().budget())),
                line("report.money.actual", one -> words.kronor(one.paid().actual())),
                line("report.money.share", one -> words.used(one.paid())),
                line("overview.cost-each", this::costEach),
                line(
                        "overview.fidelity",
                        one -> one.fidelity()
                                .map(agreed -> Cell.of(words.fidelity(agreed)))
                                .orElse(GlanceWords.NOTHING)));
    }

    /** What has been paid since the initiative began for each who has started; only where all who have are told of. */
    private Cell costEach(Glance one) {
        if (one.structural() || overview.stretch().year().isPresent()) {
            return GlanceWords.NOTHING;
        }
        var started = one.people().number(Universe.STARTED, Group.ALL);
        return started.number()
                .filter(number -> number > 0 && !started.more())
                .map(number -> words.kronor(Math.round((double) paid(one.money()) / number)))
                .orElseGet(() -> Cell.of(words.told(new Told(
                        Optional.empty(), true, started.missing().or(() -> Optional.of(Told.Missing.TOO_FEW))))));
    }

    private static long paid(MoneyTable table) {
        return table.all().sum().actual();
    }
}
