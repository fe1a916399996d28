package se.framsteg.report.content;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.report.Section;
import se.framsteg.ui.Texts;

/** Puts the chapters of a report together. Guards nothing itself: it is asked by a door, and asks other doors in the writer's name. */
@Component
public class ReportContents {
    private final List<ChapterSource> sources;
    private final OrganisationRegister organisations;
    private final MessageSource messages;
    private final Clock clock;

    ReportContents(
            List<ChapterSource> sources, OrganisationRegister organisations, MessageSource messages, Clock clock) {
        this.sources = List.copyOf(sources);
        this.organisations = organisations;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What the report says today.
     *
     * @param sections the chapters that it has
     * @param words what has been written in each
     * @param language {@code sv} or {@code en}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReportContent of(Span span, Collection<Section> sections, Function<Section, String> words, String language) {
        var texts = new Texts(messages, Locale.of(language));
        var initiative = span.initiative();
        var filled = new EnumMap<Section, List<Block>>(Section.class);
        sources.stream()
                .filter(source -> sections.stream().anyMatch(source.sections()::contains))
                .forEach(source -> filled.putAll(source.blocks(span, texts)));
        var chapters = sections.stream()
                .sorted()
                .map(section -> new Chapter(section, words.apply(section), filled.getOrDefault(section, List.of())))
                .toList();
        return new ReportContent(
                initiative.name(),
                organisations.names(List.of(initiative.owner())).getOrDefault(initiative.owner(), ""),
                LocalDate.now(clock),
                chapters);
    }
}
