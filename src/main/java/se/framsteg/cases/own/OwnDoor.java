package se.framsteg.cases.own;

import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Result;
import se.framsteg.shared.NotFoundException;

/** The participant’s way in to the own case on the own phone, for the doors of the rooms. Shut on a device that was handed over. */
@Component
public class OwnDoor {
    private final Guard guard;
    private final OwnRule.OwnCase ownCase;

    OwnDoor(Guard guard, OwnRule.OwnCase ownCase) {
        this.guard = guard;
        this.ownCase = ownCase;
    }

    /**
     * The own case, for a look that is journaled.
     *
     * @param look what is looked at
     * @throws NotFoundException on a device that was handed over
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseFacts admit(Actor.Respondent participant, Action look) {
        guard.admit(participant, look, own(participant));
        return facts();
    }

    /**
     * The own case, for more of a page of which a look has been admitted: journals nothing.
     *
     * @param look what is looked at
     * @throws NotFoundException on a device that was handed over
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseFacts further(Actor.Respondent participant, Action look) {
        if (!guard.allows(participant, look, own(participant))) {
            throw new NotFoundException();
        }
        return facts();
    }

    /**
     * Asks for a change, which is journaled as one when it has been made, and otherwise as a look.
     *
     * @param look what it is if nothing is changed: what is there now is told
     * @param work what is done with the own case
     * @return stale if the person can’t write now; otherwise what came of the work
     * @throws NotFoundException on a device that was handed over
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> Result<T> change(
            Actor.Respondent participant, Action change, Action look, Function<CaseFacts, Result<T>> work) {
        var permit = guard.permitted(participant, change, own(participant));
        if (permit.isEmpty()) {
            admit(participant, look);
            return new Result.Stale<>();
        }
        var result = work.apply(facts());
        permit.get().journal(result instanceof Result.Done<T> ? change : look);
        return result;
    }

    /** Whether the person can write, and why not. */
    public Standing standing(CaseFacts facts) {
        return ownCase.standing(facts);
    }

    private static OwnRule.Own own(Actor.Respondent participant) {
        return new OwnRule.Own(participant.round());
    }

    private CaseFacts facts() {
        return ownCase.find().orElseThrow(NotFoundException::new);
    }
}
