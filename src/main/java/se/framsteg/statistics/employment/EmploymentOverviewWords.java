package se.framsteg.statistics.employment;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.framsteg.statistics.Figures;
import se.framsteg.statistics.Quarter;
import se.framsteg.statistics.employment.EmploymentOverview.Counted;
import se.framsteg.statistics.employment.EmploymentOverview.Diversity;
import se.framsteg.ui.Page;

/** Work over many cases in words. */
public final class EmploymentOverviewWords {
    private final Page page;

    public EmploymentOverviewWords(Page page) {
        this.page = page;
    }

    public String quarter(Quarter quarter) {
        return page.t("follow-up.quarter", Integer.toString(quarter.year()), quarter.number());
    }

    /** The row’s numbers, each with what it counts. */
    public String numbers(Counted counted, Figures row) {
        return IntStream.range(0, counted.columns().size())
                .mapToObj(i -> page.t("work.lead.column", counted.columns().get(i)) + " "
                        + page.t(
                                "continuity.lead.share",
                                row.percent(i),
                                row.numbers().get(i),
                                row.sum()))
                .collect(Collectors.joining(" · "));
    }

    public String diversity(Diversity diversity) {
        return page.t("continuity.lead.share", diversity.percent(), diversity.different(), diversity.jobs());
    }
}
