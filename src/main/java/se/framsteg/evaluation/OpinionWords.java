package se.framsteg.evaluation;

import static java.util.stream.Collectors.joining;

import java.util.List;
import se.framsteg.evaluation.Opinions.Period;
import se.framsteg.evaluation.Opinions.Steps;
import se.framsteg.evaluation.Opinions.Tally;
import se.framsteg.ui.Texts;

/** What participants think, in words. */
public final class OpinionWords {
    private final Texts texts;

    public OpinionWords(Texts texts) {
        this.texts = texts;
    }

    public String period(Period period) {
        var first = period.first();
        var last = period.last();
        return first.equals(last)
                ? texts.of("opinion.quarter", first.number(), String.valueOf(first.year()))
                : texts.of(
                        "opinion.period",
                        first.number(),
                        String.valueOf(first.year()),
                        last.number(),
                        String.valueOf(last.year()));
    }

    public String median(Tally tally) {
        return tally.median().map(this::step).orElseGet(() -> texts.of("opinion.median.none"));
    }

    private String step(int step) {
        return texts.of("opinion.step." + step);
    }

    /** The best first. */
    public String counts(List<Steps> steps) {
        return steps.isEmpty()
                ? texts.of("opinion.counts.none")
                : steps.reversed().stream().map(this::count).collect(joining(" · "));
    }

    private String count(Steps steps) {
        return steps.from() == steps.to()
                ? texts.of("opinion.counts.step", step(steps.from()), steps.count())
                : texts.of("opinion.counts.steps", step(steps.to()), step(steps.from()), steps.count());
    }
}
