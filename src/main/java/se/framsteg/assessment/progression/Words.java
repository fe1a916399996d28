package se.framsteg.assessment.progression;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.radar.Axis;
import se.framsteg.assessment.radar.Difference;
import se.framsteg.assessment.radar.Radar;
import se.framsteg.assessment.radar.Series;
import se.framsteg.assessment.radar.Step;
import se.framsteg.assessment.radar.Steps;
import se.framsteg.assessment.radar.Voice;
import se.framsteg.ui.Page;

/** What a comparison says, in plain sentences of the reader's language: what has grown first, and no blame for the rest. */
public final class Words {
    /** Every step shows: small ones are the point. */
    private static final double NOISE = 0;

    private final Page page;
    private final Progression.Shown shown;
    private final Comparison comparison;

    public Words(Page page, Progression.Shown shown) {
        this.page = page;
        this.shown = shown;
        this.comparison = shown.comparison();
    }

    public String title() {
        return shown.earlier()
                .map(earlier -> page.t("radar.title.compared", name(shown.round()), name(earlier)))
                .orElseGet(() -> page.t("radar.title", name(shown.round())));
    }

    /** What a listener is told of the picture: whose answers it shows, and that the table has it all. */
    public String description() {
        var series = columns().stream().map(this::name).collect(Collectors.joining(", "));
        return page.t(
                "radar.description",
                comparison.axes().size(),
                comparison.scale().highest(),
                series);
    }

    /** A round by kind and day: several may be of one kind. */
    public String name(Round round) {
        return page.t("round.kind", round.kind()) + ", " + page.date(round.day());
    }

    public String name(Series series) {
        var earlier = series == Series.PARTICIPANT_EARLIER || series == Series.CASEWORKER_EARLIER;
        var round = earlier ? shown.earlier().orElse(shown.round()) : shown.round();
        return page.t("radar.series", series) + ", " + page.date(round.day());
    }

    /** The columns of the table: this round's always, the earlier one's if there is something in them. */
    public List<Series> columns() {
        return Arrays.stream(Series.values())
                .filter(series ->
                        series == Series.PARTICIPANT_NOW || series == Series.CASEWORKER_NOW || comparison.has(series))
                .toList();
    }

    public boolean bothAnswered() {
        return comparison.has(Series.PARTICIPANT_NOW) && comparison.has(Series.CASEWORKER_NOW);
    }

    /** A whole step without decimals, a mean between two steps with one. */
    public String number(double score) {
        var format = NumberFormat.getInstance(Locale.of(page.language()));
        format.setMaximumFractionDigits(1);
        return format.format(score);
    }

    /** How one voice has moved since the earlier round; empty if there is nothing to compare. */
    public List<String> steps(Voice voice) {
        if (!comparison.has(Series.now(voice)) || !comparison.has(Series.earlier(voice))) {
            return List.of();
        }
        return comparison
                .radar()
                .map(radar -> sentences(voice, radar.steps(voice, NOISE)))
                .orElse(List.of());
    }

    private List<String> sentences(Voice voice, Steps steps) {
        var sentences = new ArrayList<String>();
        steps.up().forEach(step -> sentences.add(sentence("steps.up", step)));
        if (!steps.same().isEmpty()) {
            var names = steps.same().stream().map(step -> step.axis().label()).collect(Collectors.joining(", "));
            sentences.add(page.t("steps.same", names));
        }
        steps.down().forEach(step -> sentences.add(sentence("steps.down", step)));
        var gaps = steps.notCompared().stream()
                .filter(axis -> answeredOnce(axis, voice))
                .map(Axis::label)
                .collect(Collectors.joining(", "));
        if (!gaps.isEmpty()) {
            sentences.add(page.t("steps.not-compared", gaps));
        }
        return sentences;
    }

    /** Not worth a word is what was answered in neither round, as when this respondent is not asked about it. */
    private static boolean answeredOnce(Axis axis, Voice voice) {
        return axis.score(Series.now(voice)).isPresent()
                || axis.score(Series.earlier(voice)).isPresent();
    }

    private String sentence(String key, Step step) {
        return page.t(key, step.axis().label(), number(step.earlier()), number(step.now()));
    }

    /** Where the two see things differently now, largest difference first. */
    public List<String> differences() {
        return comparison.radar().map(Radar::differences).orElse(List.of()).stream()
                .map(this::sentence)
                .toList();
    }

    private String sentence(Difference difference) {
        return page.t(
                "differences.one",
                difference.axis().label(),
                number(difference.participant()),
                number(difference.caseworker()));
    }
}
