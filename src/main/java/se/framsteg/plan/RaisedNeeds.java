package se.framsteg.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.Result;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door by which whoever reads the joint plan tells that one is needed, also a colleague of another organisation to whom the person has
 * opened it: anybody may see the need (SoL 2025:400 10 kap. 8 §). A colleague of another organisation tells it in that organisation’s name,
 * and reads no needs back, the own one included.
 */
@Component
public class RaisedNeeds {
    private final Guard guard;
    private final CaseDoor door;
    private final NeedStore needs;
    private final OrganisationRegister organisations;
    private final Clock clock;

    RaisedNeeds(Guard guard, CaseDoor door, NeedStore needs, OrganisationRegister organisations, Clock clock) {
        this.guard = guard;
        this.door = door;
        this.needs = needs;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * Lets in whoever sees the plan, for a form that is empty.
     *
     * @return whether a need can be told now; not while the processing is restricted
     * @throws NotFoundException if the actor may not see the plan
     */
    @Transactional
    public boolean open(Actor.Staff actor, CaseId caseId) {
        return guard.admit(actor, Action.SEE_PLAN, caseId).contains(Action.RAISE_NEED);
    }

    /**
     * Registers the need as seen today. The same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @param what 1–4000 characters
     * @return stale if nothing can be added to the case now, or if something else has been saved under the id
     * @throws NotFoundException if the actor may not see the plan
     */
    @Transactional
    public Result<NeedId> raise(Actor.Staff actor, CaseId caseId, NeedId id, String what) {
        return door.change(actor, Action.RAISE_NEED, Action.SEE_PLAN, caseId, () -> {
            needs.add(actor.association(), caseId, id, seen(actor, caseId, what), Optional.of(actor.id()));
            return needs.raised(id, what) ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    private Need.Seen seen(Actor.Staff actor, CaseId caseId, String what) {
        var today = LocalDate.now(clock);
        if (guard.allows(actor, Action.CHANGE_PLAN, caseId)) {
            return new Need.Seen(Need.By.OWN_ORGANISATION, "", today, what);
        }
        var name = organisations.names(List.of(actor.organisation())).getOrDefault(actor.organisation(), "");
        return new Need.Seen(Need.By.OTHER_ORGANISATION, name, today, what);
    }
}
