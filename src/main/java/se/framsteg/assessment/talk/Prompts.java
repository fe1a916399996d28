package se.framsteg.assessment.talk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.progression.Area;
import se.framsteg.assessment.progression.Area.Course;
import se.framsteg.assessment.progression.Findings;
import se.framsteg.assessment.progression.Words;
import se.framsteg.assessment.radar.Series;
import se.framsteg.ui.Page;

/**
 * A few open questions that fit the picture, in the spirit of motivational interviewing: what has helped, how the person
 * sees it, why not lower, what next. For the one who leads the talk to lean on; nothing is filled in. They ask of the areas that
 * the participant answers about.
 */
public final class Prompts {
    private final Page page;
    private final Words words;
    private final Findings findings;

    public Prompts(Page page, Words words) {
        this.page = page;
        this.words = words;
        this.findings = words.findings().participants();
    }

    /** At most four, in the order of a talk. */
    public List<String> questions() {
        var grown = findings.heading(Course.GROWN).stream().findFirst().map(area -> about("prompt.grown", area));
        var strong = findings.strong().stream().findFirst().map(area -> about("prompt.strong", area));
        return Stream.of(
                        grown.or(() -> strong),
                        findings.different().stream().findFirst().map(area -> about("prompt.different", area)),
                        whyNotLower(),
                        Optional.of(page.t("prompt.next")))
                .flatMap(Optional::stream)
                .toList();
    }

    private String about(String key, Area area) {
        return page.t(key, area.axis().label());
    }

    /** The scaling question, on an area that is not moving by itself and whose score leaves something below it. */
    private Optional<String> whyNotLower() {
        return Stream.of(Course.HARDER, Course.STILL, Course.SMALL, Course.NOT_COMPARED)
                .flatMap(course -> findings.heading(course).stream())
                .map(this::whyNotLower)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> whyNotLower(Area area) {
        return area.axis()
                .score(Series.PARTICIPANT_NOW)
                .filter(score -> score > Instrument.LOWEST)
                .map(score -> page.t("prompt.why-not-lower", area.axis().label(), words.number(score)));
    }
}
