package se.framsteg.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.continuity.Continuity;
import se.framsteg.cases.continuity.ContinuityQueries;
import se.framsteg.cases.story.NextStep;
import se.framsteg.cases.story.Panel;
import se.framsteg.cases.story.PanelSource;
import se.framsteg.cases.story.Story;
import se.framsteg.cases.story.StorySource;
import se.framsteg.cases.story.Tick;
import se.framsteg.cases.story.TickSource;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/** The door to the whole story of a case: what every room has to tell of it, under one look at the case. */
@Component
public class CaseStories {
    private final CaseReading reading;
    private final CaseStore cases;
    private final ParticipantStore participants;
    private final List<StorySource> sources;
    private final List<TickSource> ticks;
    private final List<PanelSource> panels;
    private final ContinuityQueries continuity;
    private final Clock clock;

    CaseStories(
            CaseReading reading,
            CaseStore cases,
            ParticipantStore participants,
            List<StorySource> sources,
            List<TickSource> ticks,
            List<PanelSource> panels,
            ContinuityQueries continuity,
            Clock clock) {
        this.reading = reading;
        this.cases = cases;
        this.participants = participants;
        this.sources = sources;
        this.ticks = ticks;
        this.panels = panels;
        this.continuity = continuity;
        this.clock = clock;
    }

    /**
     * A case with its story.
     *
     * @param next what other rooms know is left to do
     * @param ticks what was planned and can be ticked off
     * @param panels how it stands, by other rooms
     * @param continuity how whole and unbroken it has been; empty before it has started
     * @param allowed what the viewer may do in the case now
     * @param reached how the person is reached, which is what an emergency is about; empty for those who have the case
     */
    public record Whole(
            CaseView view,
            Story story,
            List<NextStep> next,
            List<Tick> ticks,
            List<Panel> panels,
            Optional<Continuity> continuity,
            Set<Action> allowed,
            Optional<Person> reached) {
        /** Not the person: that stays out of logs. */
        @Override
        public String toString() {
            return view.frame().toString();
        }
    }

    /** @throws NotFoundException if there is none that the actor may see */
    @Transactional
    public Whole see(Actor.Staff actor, CaseId id) {
        var facts = cases.facts(id).orElseThrow(NotFoundException::new);
        var seen = reading.see(actor, id, facts);
        var view = seen.view();
        var chapters =
                sources.stream().map(source -> source.of(id, seen.allowed())).toList();
        var happenings = Stream.concat(
                        CaseEpisodes.of(seen).stream(),
                        chapters.stream().flatMap(chapter -> chapter.happenings().stream()))
                .toList();
        var story = new Story(happenings, view.acceptedOn(), view.facts().endedOn(), LocalDate.now(clock));
        var next = chapters.stream().flatMap(chapter -> chapter.next().stream()).toList();
        var reached = Optional.of(view.frame())
                .filter(CaseFrame::lookingOnly)
                .map(_ -> participants.read(facts.participant()).person());
        var planned = ticks.stream()
                .flatMap(source -> source.of(id, seen.allowed()).stream())
                .toList();
        var told = panels.stream()
                .flatMap(source -> source.of(id, seen.allowed()).stream())
                .toList();
        return new Whole(view, story, next, planned, told, continuity(facts), seen.allowed(), reached);
    }

    private Optional<Continuity> continuity(CaseFacts facts) {
        var today = LocalDate.now(clock);
        return facts.startedOn()
                .filter(start -> !start.isAfter(today))
                .map(start -> continuity.of(facts.id(), start, facts.endedOn(), today));
    }
}
