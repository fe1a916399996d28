package se.framsteg.statistics.continuity;

import se.framsteg.statistics.Figures;
import se.framsteg.statistics.Quarter;
import se.framsteg.statistics.continuity.ContinuityOverview.Median;
import se.framsteg.statistics.continuity.ContinuityOverview.Value;
import se.framsteg.ui.Page;

/** Continuity over many cases in words. */
public final class OverviewWords {
    private final Page page;

    public OverviewWords(Page page) {
        this.page = page;
    }

    public String quarter(Quarter quarter) {
        return page.t("follow-up.quarter", Integer.toString(quarter.year()), quarter.number());
    }

    public String share(Figures row, int column) {
        return page.t(
                "continuity.lead.share", row.percent(column), row.numbers().get(column), row.sum());
    }

    public String median(Median median) {
        return page.t(
                median.value() == Value.PARALLEL ? "continuity.lead.percent" : "continuity.lead.days", median.median());
    }
}
