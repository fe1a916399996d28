package se.framsteg.access;

import java.util.Set;
import se.framsteg.audit.Trace;

/**
 * What may be done with one kind of thing. Supplied, as a bean, by the room that owns the thing.
 *
 * @param <S> the kind of thing, as a rule an id
 */
public interface Rule<S> {
    Class<S> about();

    /**
     * The actions that the actor may take with this thing now. Empty if there is no such thing, or if the actor may not
     * know of it.
     */
    Set<Action> allowed(Actor actor, S subject);

    /** How the thing is named in the journal. Asked only of things on which an action has just been allowed. */
    Trace trace(S subject);
}
