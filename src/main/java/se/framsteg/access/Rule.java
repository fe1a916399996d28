package se.framsteg.access;

import java.util.Optional;

/**
 * What may be done with one kind of thing. Supplied, as a bean, by the room that owns the thing.
 *
 * @param <S> the kind of thing, as a rule an id
 */
public interface Rule<S> {
    Class<S> about();

    /**
     * What the actor may do with this thing now, and how it is named in the journal: both from one look, so that what is
     * written down is what was let in. Empty if there is no such thing; of what the actor may not know of, empty or with
     * no action allowed.
     */
    Optional<Ruling> ruling(Actor actor, S subject);
}
