package se.framsteg.plan.areas;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.cases.story.Happening;
import se.framsteg.cases.story.Lane;
import se.framsteg.cases.story.StorySource;
import se.framsteg.plan.LifeArea;
import se.framsteg.shared.CaseId;

/** Efforts that other rooms tell of: they stand in Min plan by themselves, so that nobody writes them twice. */
@Component
class Ongoing {
    /** What opens efforts of other rooms, and the way to them: of rounds and notes nothing is asked for. */
    private static final Set<Action> ABOUT_EFFORTS = EnumSet.of(
            Action.SEE_CASE, Action.SEE_ACTIVITY, Action.SEE_HEALTH, Action.SEE_SOCIAL, Action.SEE_EMPLOYMENT);

    private final List<StorySource> sources;

    Ongoing(List<StorySource> sources) {
        this.sources = sources;
    }

    /**
     * What goes on today or begins later, what began first before the rest.
     *
     * @param allowed what the reader may see and do in the case: of the rest nothing is told
     */
    List<Happening> of(CaseId id, Set<Action> allowed, LocalDate today) {
        var open = EnumSet.copyOf(ABOUT_EFFORTS);
        open.retainAll(allowed);
        var found = new ArrayList<Happening>();
        for (var source : sources) {
            source.of(id, open).happenings().stream()
                    .filter(one -> !one.withdrawn() && area(one.lane()).isPresent())
                    .filter(one -> one.to().filter(last -> last.isBefore(today)).isEmpty())
                    .forEach(found::add);
        }
        found.sort(Comparator.comparing(Happening::from));
        return found;
    }

    /**
     * The one place where it is told which area of life an effort of another room belongs to; empty of what is no effort. Social
     * efforts and groups are about others than oneself, and competence is a way to study.
     */
    static Optional<LifeArea> area(Lane lane) {
        return switch (lane) {
            case WORK, PLACEMENT, JOB -> Optional.of(LifeArea.WORK);
            case HEALTH -> Optional.of(LifeArea.HEALTH);
            case SOCIAL, GROUP -> Optional.of(LifeArea.NETWORK);
            case COMPETENCE, STUDY -> Optional.of(LifeArea.STUDY);
            case CASEWORKER, STATE, PATHWAY, ROUND, PLAN, NOTE -> Optional.empty();
        };
    }
}
