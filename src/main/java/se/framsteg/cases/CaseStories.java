package se.framsteg.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.story.NextStep;
import se.framsteg.cases.story.NextStepSource;
import se.framsteg.cases.story.Story;
import se.framsteg.cases.story.StorySource;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/** The door to the whole story of a case: what every room has to tell of it, under one look at the case. */
@Component
public class CaseStories {
    private final Cases cases;
    private final Guard guard;
    private final List<StorySource> sources;
    private final List<NextStepSource> nextSteps;
    private final Clock clock;

    CaseStories(Cases cases, Guard guard, List<StorySource> sources, List<NextStepSource> nextSteps, Clock clock) {
        this.cases = cases;
        this.guard = guard;
        this.sources = sources;
        this.nextSteps = nextSteps;
        this.clock = clock;
    }

    /**
     * A case with its story.
     *
     * @param next what other rooms know is left to do
     * @param allowed what the viewer may do in the case now
     */
    public record Whole(CaseView view, Story story, List<NextStep> next, Set<Action> allowed) {}

    /** @throws NotFoundException if there is none that the actor may see */
    @Transactional
    public Whole see(Actor.Staff actor, CaseId id) {
        var view = cases.see(actor, id);
        var happenings =
                sources.stream().flatMap(source -> source.of(id).stream()).toList();
        var story = new Story(happenings, view.acceptedOn(), view.facts().endedOn(), LocalDate.now(clock));
        var next =
                nextSteps.stream().flatMap(source -> source.next(id).stream()).toList();
        return new Whole(view, story, next, guard.allowed(actor, id));
    }
}
