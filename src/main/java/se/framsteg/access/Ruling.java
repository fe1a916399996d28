package se.framsteg.access;

import java.util.EnumSet;
import java.util.Set;
import se.framsteg.audit.Trace;

/**
 * What a rule says of somebody and a thing, from one look at it.
 *
 * @param allowed the actions that the actor may take with the thing now
 * @param trace how the thing is named in the journal
 */
public record Ruling(Set<Action> allowed, Trace trace) {

    /** The same of a thing that belongs to this one: no more than these actions, and named in its own way. */
    public Ruling within(Set<Action> actions, Trace named) {
        var both = EnumSet.noneOf(Action.class);
        both.addAll(actions);
        both.retainAll(allowed);
        return new Ruling(both, named);
    }
}
