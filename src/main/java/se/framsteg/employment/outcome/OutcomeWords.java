package se.framsteg.employment.outcome;

import java.util.Optional;
import java.util.stream.Collectors;
import se.framsteg.ui.Page;

/** What became of it, in words. */
public final class OutcomeWords {
    private final Page page;

    public OutcomeWords(Page page) {
        this.page = page;
    }

    public String now(Outcome outcome) {
        return WorkPanel.now(outcome.now()).stream()
                .map(told -> told.text(page))
                .collect(Collectors.joining(", "));
    }

    /** How many of the days. */
    public String of(int days, Outcome outcome) {
        return page.t("outcome.days-of", days, outcome.days(), Math.round(100.0 * days / outcome.days()));
    }

    /** Days to the first job of that sort. */
    public String until(Optional<Integer> days) {
        return days.map(number -> page.t("outcome.days", number)).orElseGet(() -> page.t("outcome.none-yet"));
    }
}
