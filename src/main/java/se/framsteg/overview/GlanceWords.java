package se.framsteg.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.framsteg.fidelity.review.Reviews;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.goal.Goal;
import se.framsteg.initiative.money.MoneyTable;
import se.framsteg.initiative.outreach.OrganisationActivity;
import se.framsteg.initiative.outreach.Reached;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.goal.GoalResult;
import se.framsteg.statistics.ledger.FigureTable;
import se.framsteg.statistics.ledger.Share;
import se.framsteg.ui.Texts;

/** What stands in an overview, in the reader's language. */
public final class GlanceWords {
    /** Where there is nothing to tell, by the nature of the thing. */
    static final Cell NOTHING = Cell.of("–");

    private final Texts texts;

    public GlanceWords(Texts texts) {
        this.texts = texts;
    }

    /** A number, that it is the least there are, or why it is not told. */
    public String told(Told told) {
        return told.number()
                .map(number -> told.more() ? texts.of("overview.least", texts.number(number)) : texts.number(number))
                .orElseGet(() -> texts.of("overview.missing", told.missing().orElseThrow()));
    }

    Cell number(Told told) {
        var text = told(told);
        return told.number().map(number -> Cell.of(text, number)).orElseGet(() -> Cell.of(text));
    }

    /** How many of them are women and men, in a few words; empty where nothing is told of anybody. */
    public String bySex(FigureTable table) {
        if (table.number(Group.ALL).orElse(0) == 0) {
            return "";
        }
        var women = Told.of(table, Group.WOMEN);
        var men = Told.of(table, Group.MEN);
        return women.number().isEmpty() && men.number().isEmpty()
                ? texts.of("overview.missing", Told.Missing.TOGETHER)
                : texts.of("overview.by-sex", told(women), told(men));
    }

    /**
     * In whole percent.
     *
     * @param why it is not told, where it isn't; empty if there is nobody
     */
    public String percent(Optional<Share> share, Optional<Told.Missing> why) {
        return share.map(one -> texts.of("report.percent", Math.round(100 * one.value())))
                .or(() -> why.map(one -> texts.of("overview.missing", one)))
                .orElse("–");
    }

    Cell share(Optional<Share> share, Optional<Told.Missing> why) {
        var text = percent(share, why);
        return share.map(one -> Cell.of(text, BigDecimal.valueOf(Math.round(1000 * one.value()), 1)))
                .orElseGet(() -> Cell.of(text));
    }

    /** Between what it lies; empty where it is not told. */
    public String between(Optional<Share> share) {
        return share.map(one -> texts.of("report.interval", Math.round(100 * one.low()), Math.round(100 * one.high())))
                .orElse("");
    }

    Cell interval(Optional<Share> share) {
        return Cell.of(between(share));
    }

    /** Of how many; empty where it is not told. */
    public String part(Optional<Share> share) {
        return share.map(one -> texts.of("overview.part", texts.number(one.part()), texts.number(one.of())))
                .orElse("");
    }

    /** The percentage, of how many. */
    String counted(Optional<Share> share, Optional<Told.Missing> why) {
        return share.isEmpty()
                ? percent(share, why)
                : texts.of("overview.counted-share", percent(share, why), part(share));
    }

    /** The percentage, between what it lies, and of how many. */
    String whole(Optional<Share> share, Optional<Told.Missing> why) {
        return share.isEmpty()
                ? percent(share, why)
                : texts.of("overview.whole-share", percent(share, why), between(share), part(share));
    }

    public String kind(Initiative initiative) {
        return texts.of("initiative.kind", initiative.frame().kind());
    }

    public String period(Initiative initiative) {
        var from = texts.date(initiative.startsOn());
        return initiative
                .endsOn()
                .map(end -> texts.of("report.frame.period.days", from, texts.date(end)))
                .orElseGet(() -> texts.of("initiative.from", from));
    }

    /** Whether it has ended, goes on or is to come. */
    public String state(Initiative initiative, LocalDate today) {
        if (initiative.endsOn().filter(end -> end.isBefore(today)).isPresent()) {
            return texts.of("overview.state.ended");
        }
        return texts.of(initiative.startsOn().isAfter(today) ? "overview.state.to-come" : "overview.state.running");
    }

    /** How many of the goals are reached. */
    public String goals(List<GoalResult> goals) {
        var reached = goals.stream().filter(one -> one.reached().orElse(false)).count();
        return texts.of("overview.goals.reached", reached, goals.size());
    }

    /** Of how many goals it can't be said, and of how many it stands in reports; empty if there are none such. */
    public String unknown(List<GoalResult> goals) {
        return Stream.of(
                        count("overview.goals.unknown", goals, GlanceWords::untold),
                        count("overview.goals.in-reports", goals, GlanceWords::inReports))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private Optional<String> count(String key, List<GoalResult> goals, Predicate<GoalResult> which) {
        var number = goals.stream().filter(which).count();
        return number == 0 ? Optional.empty() : Optional.of(texts.of(key, number));
    }

    static boolean untold(GoalResult result) {
        return !inReports(result) && result.value().isEmpty() && result.words().isBlank();
    }

    /** What participants think is worked out in reports alone, and not here. */
    static boolean inReports(GoalResult result) {
        return result.goal().measure() == Goal.Measure.USEFUL;
    }

    /** The same, in words where it is not worked out here. */
    GoalResult said(GoalResult result) {
        return inReports(result)
                ? new GoalResult(
                        result.goal(),
                        Optional.empty(),
                        Optional.empty(),
                        texts.of("overview.goal.in-reports"),
                        result.more())
                : result;
    }

    public String money(MoneyTable.Sum sum) {
        return sum.budget() == 0 && sum.actual() == 0
                ? texts.of("overview.money.none")
                : texts.of("overview.money.of", texts.number(sum.actual()), texts.number(sum.budget()));
    }

    Cell kronor(long amount) {
        return Cell.of(texts.number(amount), amount);
    }

    Cell used(MoneyTable.Sum sum) {
        return sum.percent()
                .map(percent -> Cell.of(texts.of("report.percent", percent), percent))
                .orElse(NOTHING);
    }

    /** The sum, the best that it could be, and what such a sum is called where it has a name. */
    public String fidelity(Reviews.Agreed agreed) {
        var sum = texts.of(
                "overview.fidelity.sum",
                texts.number(agreed.sum()),
                texts.number(agreed.scale().best()));
        return agreed.scale()
                .band(agreed.sum())
                .map(band -> sum + ", " + band.name().in(texts.language()))
                .orElse(sum);
    }

    /** Which scale, and of which days. */
    public String fidelityOf(Reviews.Agreed agreed) {
        return texts.of(
                "overview.fidelity.of",
                agreed.scale().name().in(texts.language()),
                texts.date(agreed.window().to()));
    }

    /** Staff of organisations whom some activities reached, by sex as far as it was noted. */
    public String reached(Collection<OrganisationActivity> activities) {
        var reached = Reached.by(activities);
        return texts.of(
                "overview.reached",
                texts.number(reached.all()),
                texts.number(reached.women()),
                texts.number(reached.men()),
                texts.number(reached.untold()));
    }

    /** The time that is told of. */
    public String stretch(Stretch stretch) {
        return stretch.year()
                .map(year -> texts.of("overview.in-year", Integer.toString(year)))
                .orElseGet(() -> texts.of("overview.of-all-time"));
    }

    /** Up to which days people are counted; empty if they are not yet. */
    public String until(Overview overview) {
        return overview.until()
                .map(until -> until.first().equals(until.last())
                        ? texts.of("overview.until.one", texts.date(until.last()))
                        : texts.of("overview.until.several", texts.date(until.first()), texts.date(until.last())))
                .orElseGet(() -> texts.of("overview.until.none"));
    }
}
