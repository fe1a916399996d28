package se.framsteg.initiative.outreach;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Affairs;
import se.framsteg.initiative.FreeWords;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to what a structural initiative does with organisations. Other initiatives have none. */
@Component
public class OrganisationActivities {
    private static final int MOST = 100_000;

    private final Affairs affairs;
    private final OrganisationActivityRows activities;
    private final Clock clock;

    OrganisationActivities(Affairs affairs, OrganisationActivityRows activities, Clock clock) {
        this.affairs = affairs;
        this.activities = activities;
        this.clock = clock;
    }

    /**
     * @param activities the latest first
     * @param quarters what they come to, the latest first
     */
    public record View(
            Affairs.Head head, List<OrganisationActivity> activities, List<Reached.Quarter> quarters, Reached all) {
        public View {
            activities = List.copyOf(activities);
            quarters = List.copyOf(quarters);
        }
    }

    public record One(Affairs.Head head, OrganisationActivity activity) {}

    /** For other rooms, the latest first. Guards nothing: to be asked inside the transaction of a guarded door. */
    public List<OrganisationActivity> of(InitiativeId id) {
        return activities.of(id);
    }

    /** The same of several; those that have done nothing are missing. */
    public Map<InitiativeId, List<OrganisationActivity>> of(Collection<InitiativeId> ids) {
        return activities.of(ids);
    }

    /** @throws NotFoundException if the actor may not see the initiative's own side, or it is not structural */
    @Transactional
    public View see(Actor.Staff actor, InitiativeId id) {
        var head = structural(affairs.see(actor, id));
        var all = activities.of(id);
        return new View(head, all, Reached.byQuarter(all), Reached.by(all));
    }

    /** @throws NotFoundException unless the actor may change it, and there is one */
    @Transactional
    public One see(Actor.Staff actor, InitiativeId id, OrganisationActivityId activity) {
        return new One(
                structural(affairs.change(actor, id)),
                activities.find(id, activity).orElseThrow(NotFoundException::new));
    }

    /** What stands above the form for a new one. */
    @Transactional
    public Affairs.Head head(Actor.Staff actor, InitiativeId id) {
        return structural(affairs.change(actor, id));
    }

    /** Adds an activity. Adding the same once more changes nothing. */
    @Transactional
    public void add(Actor.Staff actor, InitiativeId id, OrganisationActivity activity) {
        structural(affairs.change(actor, id));
        require(activity);
        activities.add(id, activity, actor.id());
        requireIn(id, activity.id());
    }

    /** @throws ChangedMeanwhileException if it is no longer of the version */
    @Transactional
    public void change(Actor.Staff actor, InitiativeId id, OrganisationActivity activity) {
        structural(affairs.change(actor, id));
        require(activity);
        requireIn(id, activity.id());
        changed(activities.change(activity, actor.id()));
    }

    /** @throws ChangedMeanwhileException if it is no longer of the version */
    @Transactional
    public void remove(Actor.Staff actor, InitiativeId id, OrganisationActivityId activity, int version) {
        structural(affairs.change(actor, id));
        requireIn(id, activity);
        changed(activities.remove(activity, version, actor.id()));
    }

    private static Affairs.Head structural(Affairs.Head head) {
        if (!head.structural()) {
            throw new NotFoundException();
        }
        return head;
    }

    private void require(OrganisationActivity activity) {
        FreeWords.require(activity.title(), activity.organisations(), activity.note());
        var reached = List.of(activity.women(), activity.men(), activity.untold());
        if (activity.title().isEmpty()
                || activity.on().isAfter(LocalDate.now(clock))
                || activity.hours().signum() < 0
                || reached.stream().anyMatch(number -> number < 0 || number > MOST)) {
            throw new IllegalArgumentException("it can't be so");
        }
    }

    private void requireIn(InitiativeId id, OrganisationActivityId activity) {
        if (activities.find(id, activity).isEmpty()) {
            throw new NotFoundException();
        }
    }

    private static void changed(boolean changed) {
        if (!changed) {
            throw new ChangedMeanwhileException();
        }
    }
}
