package se.framsteg.plan.areas;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.own.OwnDoor;
import se.framsteg.plan.LifeArea;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanStore;
import se.framsteg.shared.NotFoundException;

/** The participant’s own door to Min plan: all areas of life with what goes on in them, and the people whom they have named. */
@Component
public class OwnAreas {
    /** All that goes on is told to the person: it is about them. */
    private static final Set<Action> ALL =
            EnumSet.of(Action.SEE_ACTIVITY, Action.SEE_HEALTH, Action.SEE_SOCIAL, Action.SEE_EMPLOYMENT);

    private final OwnDoor door;
    private final PlanStore plans;
    private final Ongoing ongoing;
    private final MemberStore members;
    private final Clock clock;

    OwnAreas(OwnDoor door, PlanStore plans, Ongoing ongoing, MemberStore members, Clock clock) {
        this.door = door;
        this.plans = plans;
        this.ongoing = ongoing;
        this.members = members;
        this.clock = clock;
    }

    /**
     * All of it.
     *
     * @param areas all areas of life, in order, and last what belongs to none if there is any such
     * @param people whom the person has named
     */
    public record View(List<AreaOfLife> areas, List<Member> people, LocalDate today) {
        public View {
            areas = List.copyOf(areas);
            people = List.copyOf(people);
        }

        /** Those in which something is to be done or goes on. */
        public List<AreaOfLife> active() {
            return areas.stream()
                    .filter(area -> !area.planned().isEmpty() || !area.ongoing().isEmpty())
                    .toList();
        }

        /** Those in which there is neither a goal nor anything that is done or goes on. */
        public List<LifeArea> empty() {
            return areas.stream()
                    .filter(AreaOfLife::isEmpty)
                    .flatMap(area -> area.area().stream())
                    .toList();
        }

        /** What is no longer to be done: it has been, or it came to nothing. */
        public List<Plan.Effort> settled() {
            return areas.stream()
                    .flatMap(area -> area.efforts().stream())
                    .filter(effort -> effort.state() != Plan.Effort.State.PLANNED)
                    .toList();
        }

        @Override
        public String toString() {
            return "own areas of life";
        }
    }

    /**
     * Journals nothing: call it where the look at the plan has been admitted.
     *
     * @throws NotFoundException on a device that was handed over
     */
    @Transactional
    public View see(Actor.Respondent participant) {
        var own = door.further(participant, Action.SEE_PLAN).id();
        var today = LocalDate.now(clock);
        return new View(AreaOfLife.all(plans.open(own), ongoing.of(own, ALL, today)), members.of(own), today);
    }
}
