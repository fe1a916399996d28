package se.framsteg.assessment.progression;

import static java.util.stream.Collectors.joining;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.lines.Trend;
import se.framsteg.assessment.progression.Area.Course;
import se.framsteg.assessment.radar.Axis;
import se.framsteg.assessment.radar.Series;
import se.framsteg.assessment.radar.Step;
import se.framsteg.assessment.radar.Voice;
import se.framsteg.ui.Page;

/** What a comparison says, in plain sentences of the reader's language: strengths first, and no blame for the rest. */
public final class Words {
    /** So many areas get a sentence of their own in one part; the rest are named together. */
    private static final int MOST_SENTENCES = 3;

    private final Page page;
    private final Progression.Shown shown;
    private final Comparison comparison;
    private final Findings findings;
    private final String own;

    private Words(Page page, Progression.Shown shown, Findings findings, String own) {
        this.page = page;
        this.shown = shown;
        this.comparison = shown.comparison();
        this.findings = findings;
        this.own = own;
    }

    /** For two who look together. */
    public static Words forTheTalk(Page page, Progression.Shown shown) {
        return new Words(page, shown, new Findings(shown.comparison()), "");
    }

    /** For the participant alone, who is spoken to: the own areas first, and apart from them what only the caseworker is asked. */
    public static Words forTheParticipant(Page page, Progression.Shown shown) {
        return new Words(page, shown, new Findings(shown.comparison()).participants(), "own.");
    }

    private boolean spokenTo() {
        return !own.isEmpty();
    }

    public String title() {
        return shown.earlier()
                .map(earlier -> page.t("radar.title.compared", name(shown.round()), name(earlier)))
                .orElseGet(() -> name(shown.round()));
    }

    /**
     * What a listener is told of a picture: whose answers it shows, and that the table has it all.
     *
     * @param key the text of the kind of picture
     */
    public String description(String key) {
        var series = listed(columns().stream().map(this::name));
        return page.t(key, comparison.areas().size(), comparison.scale().highest(), series);
    }

    /** A small picture in words: all scores of each voice, round by round. */
    public String description(Trend trend) {
        var voices = Arrays.stream(Voice.values())
                .filter(trend::has)
                .map(voice -> page.t("trend.voice", voice(Series.now(voice)), scores(trend, voice)))
                .collect(joining(" "));
        return page.t("trend.description", trend.label(), voices);
    }

    private String scores(Trend trend, Voice voice) {
        return listed(trend.moments().stream()
                .map(moment -> moment.score(voice).map(this::number).orElseGet(() -> page.t("radar.table.none"))));
    }

    /** A round by kind and day: several may be of one kind. */
    public String name(Round round) {
        return page.t("round.name", page.t("round.kind", round.kind()), page.date(round.day()));
    }

    public String name(Series series) {
        var earlier = series == Series.PARTICIPANT_EARLIER || series == Series.CASEWORKER_EARLIER;
        var round = earlier ? shown.earlier().orElse(shown.round()) : shown.round();
        return page.t("radar.series.dated", voice(series), page.date(round.day()));
    }

    /** Whose answers, now or earlier, without the day. */
    public String voice(Series series) {
        return page.t("radar.series." + own + series);
    }

    /** The columns of the table: this round's always, the earlier one's if there is something in them. */
    public List<Series> columns() {
        return Arrays.stream(Series.values())
                .filter(series ->
                        series == Series.PARTICIPANT_NOW || series == Series.CASEWORKER_NOW || comparison.has(series))
                .toList();
    }

    /** A whole step without decimals, a mean between two steps with one. */
    public String number(double score) {
        var format = NumberFormat.getInstance(page.spoken().locale());
        format.setMaximumFractionDigits(1);
        return format.format(score);
    }

    public Findings findings() {
        return findings;
    }

    /** What there is to say, in the order in which it is read. Nothing is said of what there is none of. */
    public List<Part> parts() {
        return Arrays.stream(Part.Kind.values())
                .map(this::part)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Part> part(Part.Kind kind) {
        return switch (kind) {
            case GROWN -> grown();
            case ALSO_GROWN -> part(kind, named(alsoGrown()));
            case STRONG -> part(kind, named(findings.strong()));
            case DIFFERENT -> part(kind, each(findings.different(), this::different));
            case STILL -> part(kind, named(findings.heading(Course.STILL)));
            case SMALL -> small();
            case HARDER -> part(kind, each(findings.heading(Course.HARDER), this::moved));
            case NOT_COMPARED -> part(kind, named(answeredOnce()));
            case CASEWORKERS_OWN -> part(kind, each(caseworkersOwn(), this::movedOrAt));
        };
    }

    private Optional<Part> grown() {
        if (shown.earlier().isEmpty()) {
            return Optional.of(new Part(Part.Kind.GROWN, page.t("steps.first"), page.t("steps.first.lead"), List.of()));
        }
        var grown = findings.heading(Course.GROWN);
        var lead = grown.isEmpty() ? page.t("steps.GROWN.none") : "";
        var most = each(grown.stream().limit(MOST_SENTENCES).toList(), this::moved);
        return findings.compared()
                ? Optional.of(new Part(Part.Kind.GROWN, title(Part.Kind.GROWN), lead, most))
                : Optional.empty();
    }

    /** What has grown besides what has grown most. */
    private List<Area> alsoGrown() {
        return findings.heading(Course.GROWN).stream().skip(MOST_SENTENCES).toList();
    }

    /** What is within the instrument's noise. Two who look together are told so also of nothing. */
    private Optional<Part> small() {
        var small = findings.heading(Course.SMALL);
        if (!small.isEmpty() || spokenTo() || !findings.compared()) {
            return part(Part.Kind.SMALL, each(small, this::moved));
        }
        return Optional.of(new Part(Part.Kind.SMALL, title(Part.Kind.SMALL), page.t("steps.SMALL.none"), List.of()));
    }

    /** For the participant alone: what the caseworker has answered about the own view. */
    private List<Area> caseworkersOwn() {
        return spokenTo()
                ? comparison.areas().stream()
                        .filter(area -> !area.participants())
                        .filter(area -> area.axis().score(Series.CASEWORKER_NOW).isPresent())
                        .toList()
                : List.of();
    }

    private String movedOrAt(Axis axis) {
        return axis.step(Voice.CASEWORKER).isPresent() ? moved(axis) : different(axis);
    }

    private Optional<Part> part(Part.Kind kind, List<String> sentences) {
        var lead =
                switch (kind) {
                    case DIFFERENT, SMALL, HARDER -> page.t("steps." + kind + ".lead");
                    case GROWN, ALSO_GROWN, STRONG, STILL, NOT_COMPARED, CASEWORKERS_OWN -> "";
                };
        return sentences.isEmpty() ? Optional.empty() : Optional.of(new Part(kind, title(kind), lead, sentences));
    }

    private String title(Part.Kind kind) {
        return page.t("steps", kind);
    }

    /** Not worth a word is what was answered in neither round, as when nobody is asked about it. */
    private List<Area> answeredOnce() {
        return shown.earlier().isEmpty()
                ? List.of()
                : findings.heading(Course.NOT_COMPARED).stream()
                        .filter(area -> !area.axis().scores().isEmpty())
                        .toList();
    }

    private List<String> named(List<Area> areas) {
        return areas.isEmpty() ? List.of() : List.of(names(areas));
    }

    private String names(List<Area> areas) {
        return listed(areas.stream().map(area -> area.axis().label()));
    }

    /** With the comma of the reader's script between. */
    private String listed(Stream<String> words) {
        return words.reduce((first, more) -> page.t("steps.list", first, more)).orElse("");
    }

    private List<String> each(List<Area> areas, Function<Axis, String> sentence) {
        var sentences = new ArrayList<String>();
        areas.stream()
                .limit(MOST_SENTENCES)
                .map(Area::axis)
                .map(axis -> page.t("steps.area", axis.label(), sentence.apply(axis)))
                .forEach(sentences::add);
        if (areas.size() > MOST_SENTENCES) {
            sentences.add(page.t("steps.more", names(areas.subList(MOST_SENTENCES, areas.size()))));
        }
        return sentences;
    }

    private String moved(Axis axis) {
        var participant = axis.step(Voice.PARTICIPANT);
        if (participant.isPresent() && participant.equals(axis.step(Voice.CASEWORKER))) {
            var both = participant.get();
            return page.t("steps.move.both", number(both.earlier()), number(both.now()));
        }
        return voices(voice -> axis.step(voice).map(step -> moved(voice, step)));
    }

    private String moved(Voice voice, Step step) {
        return step.change() == 0
                ? page.t("steps.kept", name(voice), number(step.now()))
                : page.t("steps.move", name(voice), number(step.earlier()), number(step.now()));
    }

    private String different(Axis axis) {
        return voices(
                voice -> axis.score(Series.now(voice)).map(score -> page.t("steps.at", name(voice), number(score))));
    }

    private String voices(Function<Voice, Optional<String>> words) {
        return listed(Arrays.stream(Voice.values()).map(words).flatMap(Optional::stream));
    }

    private String name(Voice voice) {
        return page.t("voice." + own + voice);
    }
}
