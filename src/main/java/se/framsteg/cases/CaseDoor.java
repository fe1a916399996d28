package se.framsteg.cases;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/** The way in for changes in a case, which are journaled as changes when they have been made, and otherwise as looks. */
@Component
public class CaseDoor {
    private final Guard guard;

    CaseDoor(Guard guard) {
        this.guard = guard;
    }

    /**
     * Asks for a change. Whoever may only look, as when the case has ended, is told that it is stale; others are told nothing.
     * One that is refused or stale is a look: what is there now is told.
     *
     * @throws NotFoundException if the actor may not look either
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> Result<T> change(Actor actor, Action change, Action look, CaseId id, Supplier<Result<T>> work) {
        var permit = guard.permitted(actor, change, id);
        if (permit.isEmpty()) {
            guard.admit(actor, look, id);
            return new Result.Stale<>();
        }
        var result = work.get();
        permit.get().journal(result instanceof Result.Done<T> ? change : look);
        return result;
    }
}
