package se.framsteg.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.ui.Page;

/** What the columns are called in the reader's language. */
public final class FollowUpWords {
    private final Page page;
    private final FollowUp view;

    public FollowUpWords(Page page, FollowUp view) {
        this.page = page;
        this.view = view;
    }

    /** Outcomes counted as one are named one after the other. */
    public String outcomes(List<Rounds.Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> page.t("follow-up.outcome", outcome))
                .collect(Collectors.joining(or()));
    }

    public String steps(Spread.Steps steps) {
        return steps.lowest() == steps.highest()
                ? page.t("follow-up.step", steps.lowest())
                : page.t("follow-up.steps", steps.lowest(), steps.highest());
    }

    public String quarter(Quarter quarter) {
        return page.t("follow-up.quarter", Integer.toString(quarter.year()), quarter.number());
    }

    public String period() {
        var from = view.period().from();
        var to = view.period().to();
        return from.equals(to) ? quarter(from) : quarter(from) + " – " + quarter(to);
    }

    /**
     * How dark a part of a bar is drawn, from 1 (the lowest steps) to 5 (the highest), by the middle of its steps.
     */
    public int shade(Spread.Steps steps) {
        var middle = (steps.lowest() + steps.highest()) / 2.0;
        return 1 + (int) Math.round(4 * (middle - 1) / (view.steps() - 1));
    }

    /**
     * One part of a bar.
     *
     * @param x where it begins, in percent of the bar
     * @param width in percent of the bar
     * @param look its class in the stylesheet
     */
    public record Part(String x, String width, String look) {}

    /** The row as a bar, the lowest steps first. */
    public List<Part> parts(Spread spread, Figures row) {
        return parts(
                row,
                spread.bands().stream()
                        .map(band -> Integer.toString(shade(band)))
                        .toList());
    }

    public List<Part> changes(Area.Counted counted, Figures row) {
        return parts(row, counted.changes().stream().map(this::look).toList());
    }

    /** Directions counted as one are named one after the other, as in “Ner eller kvar”. */
    public String changes(List<Area.Change> changes) {
        var first = page.t("follow-up.change", changes.getFirst());
        return changes.stream()
                .skip(1)
                .map(change -> or() + page.t("follow-up.change", change).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", first, ""));
    }

    private String or() {
        return " " + page.t("follow-up.or") + " ";
    }

    /** The first column of two as a bar, in this look, and the other as its rest. */
    public List<Part> share(String look, Figures row) {
        return parts(row, List.of(look, "rest"));
    }

    private static List<Part> parts(Figures row, List<String> looks) {
        var parts = new ArrayList<Part>();
        int before = 0;
        for (int i = 0; i < looks.size(); i++) {
            int number = row.numbers().get(i);
            if (number > 0) {
                parts.add(new Part(percent(before, row), percent(number, row), looks.get(i)));
            }
            before += number;
        }
        return parts;
    }

    private static String percent(int number, Figures row) {
        return String.format(Locale.ROOT, "%.2f", 100.0 * number / row.sum());
    }

    public String look(List<Area.Change> changes) {
        return changes.stream()
                .map(change -> change.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }

    public String look(Respondent respondent) {
        return respondent.field();
    }

    /** The first of two columns: its share, and of how many. */
    public String share(Figures row) {
        return row.sum() == 0
                ? "–"
                : page.t("follow-up.of", row.percent(0), row.numbers().getFirst(), row.sum());
    }

    /** A number and its share of the row. */
    public String part(Figures row, int column) {
        return row.sum() == 0 ? "0" : page.t("follow-up.part", row.numbers().get(column), row.percent(column));
    }

    /** Whether the row is that of all, under which the sexes stand. */
    public boolean first(Figures row) {
        return row.group() == Group.ALL;
    }
}
