package se.framsteg.initiative;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/**
 * Who comes to the initiative's own side: its money, goals, papers and all that tells of no person. The association's officers and the leads
 * change it; its board and the owner's administrators read it.
 */
@Component
public class Affairs {
    private final Guard guard;
    private final InitiativeRegister initiatives;

    Affairs(Guard guard, InitiativeRegister initiatives) {
        this.guard = guard;
        this.initiatives = initiatives;
    }

    /**
     * What stands above each of its pages.
     *
     * @param mayChange whether whoever looks may change it
     */
    public record Head(
            InitiativeId id,
            String name,
            LocalDate startsOn,
            Optional<LocalDate> endsOn,
            boolean structural,
            boolean mayChange) {}

    /** @throws NotFoundException if the actor may not see it */
    @Transactional(propagation = Propagation.MANDATORY)
    public Head see(Actor.Staff actor, InitiativeId id) {
        return head(id, guard.admit(actor, Action.SEE_INITIATIVE_AFFAIRS, id));
    }

    /** @throws NotFoundException if the actor may not change it */
    @Transactional(propagation = Propagation.MANDATORY)
    public Head change(Actor.Staff actor, InitiativeId id) {
        return head(id, guard.admit(actor, Action.CHANGE_INITIATIVE_AFFAIRS, id));
    }

    private Head head(InitiativeId id, Set<Action> allowed) {
        var found = initiatives.find(id).orElseThrow(NotFoundException::new);
        return new Head(
                id,
                found.name(),
                found.startsOn(),
                found.endsOn(),
                found.structural(),
                allowed.contains(Action.CHANGE_INITIATIVE_AFFAIRS));
    }
}
