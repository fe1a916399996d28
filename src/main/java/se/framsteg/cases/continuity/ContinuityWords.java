package se.framsteg.cases.continuity;

import se.framsteg.ui.Page;

/** Continuity in words that tell and do not judge. */
public final class ContinuityWords {
    private final Page page;
    private final Continuity continuity;

    public ContinuityWords(Page page, Continuity continuity) {
        this.page = page;
        this.continuity = continuity;
    }

    public String caseworker() {
        if (continuity.current() == 0) {
            return page.t("continuity.nobody", continuity.longest());
        }
        return continuity.same()
                ? page.t("continuity.same", continuity.current())
                : page.t("continuity.changed", continuity.current(), continuity.changes(), continuity.longest());
    }

    public String parallel() {
        return continuity
                .parallelPercent()
                .map(percent ->
                        page.t("continuity.parallel.share", percent, continuity.parallel(), continuity.counted()))
                .orElseGet(() -> page.t("continuity.rests"));
    }

    public String toWork() {
        return continuity
                .toWork()
                .map(days -> page.t("continuity.to-work.days", days))
                .orElseGet(() -> page.t("continuity.to-work.not-yet"));
    }

    public String gaps() {
        var gaps = continuity.gaps();
        if (gaps.number() == 0) {
            return page.t("continuity.gaps.none");
        }
        var told = page.t("continuity.gaps.some", gaps.number(), gaps.days(), gaps.longest());
        return gaps.now() ? told + " " + page.t("continuity.gaps.now") : told;
    }
}
