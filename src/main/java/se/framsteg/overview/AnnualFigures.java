package se.framsteg.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import se.framsteg.initiative.money.MoneyTable;
import se.framsteg.initiative.outreach.OrganisationActivity;
import se.framsteg.initiative.outreach.Reached;
import se.framsteg.report.Section;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.report.content.Block.Fact;
import se.framsteg.report.content.Block.Facts;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Line;
import se.framsteg.report.content.Block.Remark;
import se.framsteg.report.content.Chapter;
import se.framsteg.report.content.GoalTable;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.ledger.FigureWords;
import se.framsteg.statistics.ledger.Share;
import se.framsteg.statistics.ledger.Universe;
import se.framsteg.ui.Texts;

/** The figures of all initiatives in a year, for the association's annual report, in the chapters that reports of initiatives have. */
public final class AnnualFigures {
    private final Overviews.Annual annual;
    private final Overview overview;
    private final Texts texts;
    private final GlanceWords words;

    public AnnualFigures(Overviews.Annual annual, Texts texts) {
        this.annual = annual;
        this.overview = annual.overview();
        this.texts = texts;
        this.words = new GlanceWords(texts);
    }

    public String title() {
        return texts.of("overview.annual.title", year());
    }

    private String year() {
        return overview.stretch().year().map(Object::toString).orElse("");
    }

    /** What stands under the title: whose it is, and what the figures cover. */
    public List<String> about() {
        var about = new ArrayList<String>();
        about.add(annual.association());
        if (overview.stretch().runsOn(overview.today())) {
            about.add(texts.of("overview.annual.running", texts.date(overview.today())));
        }
        if (!overview.individual().isEmpty()) {
            about.add(words.until(overview));
            about.add(texts.of("overview.legend"));
        }
        return about;
    }

    /** Those of which there is something to tell. */
    public List<Chapter> chapters() {
        var chapters = new ArrayList<Chapter>();
        chapters.add(new Chapter(Section.SUMMARY, "", summary()));
        if (!overview.individual().isEmpty()) {
            chapters.add(new Chapter(Section.PEOPLE, "", people()));
            chapters.add(new Chapter(Section.OUTCOMES, "", outcomes()));
            chapters.add(new Chapter(Section.PROGRESSION, "", progress()));
            chapters.add(new Chapter(Section.EVALUATION, "", opinions()));
        }
        chapters.add(new Chapter(Section.GOALS, "", goals()));
        if (!overview.structural().isEmpty()) {
            chapters.add(new Chapter(Section.ACTIVITIES, "", List.of(activities())));
        }
        chapters.add(new Chapter(Section.FIDELITY, "", fidelity()));
        chapters.add(new Chapter(Section.MONEY, "", money()));
        return chapters.stream().filter(chapter -> !chapter.empty()).toList();
    }

    private List<Block> summary() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                texts.of("overview.initiatives"),
                texts.of(
                        "overview.annual.kinds",
                        overview.individual().size(),
                        overview.structural().size())));
        if (!overview.individual().isEmpty()) {
            for (var universe : List.of(Universe.STARTED, Universe.ENDED, Universe.ONGOING)) {
                facts.add(new Fact(
                        texts.of("overview.finsam.number", universe),
                        words.told(overview.number(universe, Group.ALL))));
            }
            facts.add(new Fact(
                    texts.of("overview.onward"),
                    words.whole(overview.sum(Figures::onward), overview.why(Universe.ENDED))));
        }
        var paid = Overview.paid(overview.glances());
        facts.add(new Fact(texts.of("overview.money"), words.money(paid)));
        var blocks = new ArrayList<Block>(List.of(new Facts(facts)));
        released().ifPresent(blocks::add);
        return blocks;
    }

    private Optional<Block> released() {
        var lines = overview.glances().stream()
                .flatMap(one -> one.reports().released().stream()
                        .filter(report -> overview.stretch().covers(report.on()))
                        .map(report -> new Line(
                                one.initiative().name(),
                                List.of(
                                        Cell.of(texts.of("report.kind", report.kind())),
                                        Cell.of(texts.of(
                                                "report.frame.period.days",
                                                texts.date(report.from()),
                                                texts.date(report.to()))),
                                        Cell.of(texts.date(report.on()))))))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Grid(
                        texts.of("overview.annual.reports"),
                        List.of(
                                texts.of("overview.initiative"),
                                texts.of("report.kind"),
                                texts.of("report.period"),
                                texts.of("overview.annual.released")),
                        lines,
                        0,
                        ""));
    }

    private List<Block> people() {
        return Stream.of(Universe.STARTED, Universe.ENDED, Universe.ONGOING)
                .<Block>map(this::numbers)
                .toList();
    }

    private Grid numbers(Universe universe) {
        var figures = new FigureWords(texts);
        var lines = new ArrayList<Line>();
        overview.individual()
                .forEach(one -> lines.add(new Line(
                        one.initiative().name(),
                        cells(
                                group -> one.people().number(universe, group),
                                figures.days(one.people().number(universe))))));
        if (lines.size() > 1) {
            lines.add(new Line(texts.of("overview.together"), cells(group -> overview.number(universe, group), "")));
        }
        return new Grid(
                texts.of("overview.finsam.number", universe),
                List.of(
                        texts.of("overview.initiative"),
                        texts.of("statistics.group.WOMEN"),
                        texts.of("statistics.group.MEN"),
                        texts.of("statistics.group.ALL"),
                        texts.of("statistics.covers")),
                lines,
                0,
                universe == Universe.ONGOING ? "" : texts.of("overview.annual.covers"));
    }

    private List<Cell> cells(Function<Group, Told> told, String days) {
        var numbers = Stream.of(Group.WOMEN, Group.MEN, Group.ALL).map(group -> words.number(told.apply(group)));
        return Stream.concat(numbers, Stream.of(Cell.of(days))).toList();
    }

    private List<Block> outcomes() {
        return List.of(shares(
                "overview.onward.title",
                Figures::onward,
                figures -> figures.why(Universe.ENDED),
                overview.why(Universe.ENDED),
                texts.of("overview.compare.outcomes.note"),
                true));
    }

    private List<Block> progress() {
        return List.of(shares(
                "overview.progress.title",
                Figures::progress,
                Figures::whyProgress,
                overview.whyProgress(),
                texts.of("overview.progress.note"),
                false));
    }

    /**
     * @param why a share is not told, and why their sum isn't
     * @param interval whether what is counted is persons, so that the share has one
     */
    private Grid shares(
            String title,
            Function<Figures, Optional<Share>> share,
            Function<Figures, Optional<Told.Missing>> why,
            Optional<Told.Missing> together,
            String note,
            boolean interval) {
        var lines = new ArrayList<Line>();
        overview.individual()
                .forEach(one -> lines.add(
                        share(one.initiative().name(), share.apply(one.people()), why.apply(one.people()), interval)));
        if (lines.size() > 1) {
            lines.add(share(texts.of("overview.together"), overview.sum(share), together, interval));
        }
        var columns = new ArrayList<>(List.of(
                texts.of("overview.initiative"), texts.of("report.column.share"), texts.of("overview.part.title")));
        if (interval) {
            columns.add(texts.of("report.column.interval"));
        }
        return new Grid(texts.of(title), columns, lines, 0, note);
    }

    private Line share(String label, Optional<Share> share, Optional<Told.Missing> why, boolean interval) {
        var cells = new ArrayList<>(List.of(words.share(share, why), Cell.of(words.part(share))));
        if (interval) {
            cells.add(words.interval(share));
        }
        return new Line(label, cells);
    }

    /** As the last report that was released of days that end in the year tells it. */
    private List<Block> opinions() {
        var blocks = new ArrayList<Block>();
        overview.individual().forEach(one -> {
            var report = annual.latest().get(one.initiative().id());
            for (var block : annual.opinions().getOrDefault(one.initiative().id(), List.of())) {
                if (report != null && block instanceof Grid grid) {
                    blocks.add(new Grid(
                            texts.of("overview.annual.of", one.initiative().name(), grid.title()),
                            grid.columns(),
                            grid.lines(),
                            0,
                            texts.of("overview.annual.opinions.note", texts.date(report.to()))));
                }
            }
        });
        return blocks.isEmpty() ? List.of(new Remark(texts.of("overview.annual.opinions.none"))) : blocks;
    }

    private List<Block> goals() {
        return overview.glances().stream()
                .filter(one -> !one.goals().isEmpty())
                .<Block>map(one -> GoalTable.of(
                        one.initiative().name(),
                        one.goals().stream().map(words::said).toList(),
                        texts))
                .toList();
    }

    private Grid activities() {
        var lines = new ArrayList<Line>();
        overview.structural()
                .forEach(one -> lines.add(activities(one.initiative().name(), one.activities())));
        if (lines.size() > 1) {
            lines.add(activities(texts.of("overview.together"), overview.activities()));
        }
        return new Grid(
                texts.of("overview.annual.activities"),
                List.of(
                        texts.of("overview.initiative"),
                        texts.of("overview.activities"),
                        texts.of("statistics.group.WOMEN"),
                        texts.of("statistics.group.MEN"),
                        texts.of("overview.reached.staff")),
                lines,
                0,
                texts.of("overview.reached.note"));
    }

    private Line activities(String label, List<OrganisationActivity> activities) {
        var reached = Reached.by(activities);
        return new Line(
                label,
                Stream.of(reached.activities(), reached.women(), reached.men(), reached.all())
                        .map(number -> Cell.of(texts.number(number), number))
                        .toList());
    }

    private List<Block> fidelity() {
        var lines = overview.glances().stream()
                .flatMap(one -> one.fidelity().stream()
                        .map(agreed -> new Line(
                                one.initiative().name(),
                                List.of(
                                        Cell.of(agreed.scale().name().in(texts.language())),
                                        Cell.of(texts.date(agreed.window().to())),
                                        Cell.of(words.fidelity(agreed))))))
                .toList();
        return lines.isEmpty()
                ? List.of()
                : List.of(new Grid(
                        texts.of("overview.fidelity.title"),
                        List.of(
                                texts.of("overview.initiative"),
                                texts.of("report.fidelity.scale"),
                                texts.of("overview.fidelity.day"),
                                texts.of("report.fidelity.sum")),
                        lines,
                        0,
                        texts.of("fidelity.honest")));
    }

    private List<Block> money() {
        var byInitiative = new LinkedHashMap<String, MoneyTable.Sum>();
        var byParty = new LinkedHashMap<String, MoneyTable.Sum>();
        for (var one : overview.glances()) {
            byInitiative.put(one.initiative().name(), one.paid());
            one.money().years().stream()
                    .filter(year -> overview.stretch()
                            .year()
                            .filter(some -> some == year.year())
                            .isPresent())
                    .flatMap(year -> year.part().rows().stream())
                    .forEach(row -> byParty.merge(row.funder().called(texts), row.sum(), MoneyTable.Sum::plus));
        }
        return List.of(
                money("overview.annual.money.initiatives", "overview.initiative", byInitiative),
                money("overview.annual.money.parties", "report.money.who", byParty));
    }

    private Grid money(String title, String first, LinkedHashMap<String, MoneyTable.Sum> sums) {
        var lines = new ArrayList<Line>();
        sums.forEach((label, sum) -> lines.add(money(label, sum)));
        lines.add(money(
                texts.of("overview.together"),
                sums.values().stream().reduce(MoneyTable.Sum.NONE, MoneyTable.Sum::plus)));
        return new Grid(
                texts.of(title),
                List.of(
                        texts.of(first),
                        texts.of("report.money.budget"),
                        texts.of("report.money.actual"),
                        texts.of("report.money.left"),
                        texts.of("report.money.share")),
                lines,
                0,
                texts.of("report.money.kronor"));
    }

    private Line money(String label, MoneyTable.Sum sum) {
        return new Line(
                label,
                List.of(
                        words.kronor(sum.budget()),
                        words.kronor(sum.actual()),
                        words.kronor(sum.left()),
                        words.used(sum)));
    }
}
