package se.framsteg.plan.followup;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import se.framsteg.plan.followup.PlanFollowUp.Measure;
import se.framsteg.plan.followup.PlanFollowUp.Outcome;
import se.framsteg.plan.followup.PlanFollowUp.Part;
import se.framsteg.statistics.Figures;
import se.framsteg.statistics.Quarter;
import se.framsteg.ui.Page;

/** What rows and columns are called in the reader's language. */
public final class PlanFollowUpWords {
    private final Page page;

    public PlanFollowUpWords(Page page) {
        this.page = page;
    }

    public String quarter(Quarter quarter) {
        return page.t("follow-up.quarter", Integer.toString(quarter.year()), quarter.number());
    }

    public String period(PlanFollowUp view) {
        var from = view.period().from();
        var to = view.period().to();
        return from.equals(to) ? quarter(from) : quarter(from) + " – " + quarter(to);
    }

    /** Outcomes counted as one are named one after the other. */
    public String column(Measure measure, List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> page.t("plan-follow-up.outcome." + measure + "." + outcome))
                .collect(joining(" " + page.t("follow-up.or") + " "));
    }

    /** The kind of organisation, or the part that somebody has; of what is not divided, all. */
    public String part(Part part) {
        return part.part().isEmpty() ? page.t("plan-follow-up.part.ALL") : page.t("plan-follow-up.part." + part.part());
    }

    /** The share of the first column, and of how many. */
    public String share(Figures row) {
        return row.sum() == 0
                ? "–"
                : page.t("follow-up.of", row.percent(0), row.numbers().getFirst(), row.sum());
    }

    /** The other columns, each with its number. */
    public String rest(Measure measure, Part part, Figures row) {
        return IntStream.range(1, part.columns().size())
                .mapToObj(column -> column(measure, part.columns().get(column)) + ": "
                        + row.numbers().get(column))
                .collect(joining(" · "));
    }
}
