package se.framsteg.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.initiative.terms.InitiativeTerms;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.report.Section;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Fact;
import se.framsteg.report.content.ChapterSource;
import se.framsteg.report.content.Span;
import se.framsteg.ui.Texts;

/** Whose the initiative is, for whom and when. */
@Component
class FrameChapter implements ChapterSource {
    private final OrganisationRegister organisations;

    private final InitiativeTerms terms;

    FrameChapter(OrganisationRegister organisations, InitiativeTerms terms) {
        this.organisations = organisations;
        this.terms = terms;
    }

    @Override
    public Set<Section> sections() {
        return Set.of(Section.FRAME);
    }

    @Override
    public Map<Section, List<Block>> blocks(Span span, Texts texts) {
        var initiative = span.initiative();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                texts.of("report.frame.owner"),
                organisations.names(List.of(initiative.owner())).getOrDefault(initiative.owner(), "")));
        var starts = texts.date(initiative.startsOn());
        facts.add(new Fact(
                texts.of("report.frame.period"),
                initiative
                        .endsOn()
                        .map(end -> texts.of("report.frame.period.days", starts, texts.date(end)))
                        .orElseGet(() -> texts.of("report.frame.period.open", starts))));
        var written = terms.of(initiative.id());
        told(facts, texts.of("report.frame.target"), initiative.targetGroup());
        told(facts, texts.of("report.frame.orientation"), initiative.frame().orientation());
        told(facts, texts.of("terms.purpose"), written.purpose());
        told(facts, texts.of("terms.method"), written.method());
        facts.add(new Fact(
                texts.of("report.frame.report"),
                texts.of("report.frame.period.days", texts.date(span.from()), texts.date(span.to()))));
        return Map.of(Section.FRAME, List.of(new Block.Facts(facts)));
    }

    private static void told(List<Fact> facts, String what, String words) {
        if (!words.isBlank()) {
            facts.add(new Fact(what, words));
        }
    }
}
