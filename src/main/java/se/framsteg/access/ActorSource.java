package se.framsteg.access;

import java.util.Optional;

/** Turns who has signed in, as kept in the session, into the actor of this request. One per way of signing in. */
public interface ActorSource {
    /** The actor, or empty if this principal is of another kind or is no longer let in. */
    Optional<Actor> actor(Object principal);
}
