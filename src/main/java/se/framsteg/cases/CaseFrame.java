package se.framsteg.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.framsteg.access.Action;
import se.framsteg.shared.CaseId;

/**
 * What stands round every page of a case: the identity bar and the case's own tabs (template {@code cases/frame}).
 *
 * @param name the participant's name; empty if anonymous, or not open to the viewer
 * @param protectedIdentity whether the mark for protected identity is shown
 * @param interpreter whether an interpreter is needed, shown with {@code language}
 * @param state the case's state, by name
 * @param restricted whether nothing in it may be changed, because the person has asked for that
 * @param open what the viewer may see and do in the case, for its tabs; empty in lists, which have none
 * @param openUntil when it closes to a viewer who has opened it in an emergency; empty for others
 */
public record CaseFrame(
        CaseId id,
        String number,
        String name,
        boolean anonymous,
        boolean protectedIdentity,
        boolean interpreter,
        String language,
        String state,
        boolean restricted,
        Set<Action> open,
        Optional<Instant> openUntil) {

    public CaseFrame {
        open = Set.copyOf(open);
    }

    /** The same for one who may see and do this in the case, perhaps only until then. */
    CaseFrame openTo(Set<Action> allowed, Optional<Instant> until) {
        return new CaseFrame(
                id,
                number,
                name,
                anonymous,
                protectedIdentity,
                interpreter,
                language,
                state,
                restricted,
                allowed,
                until);
    }

    public boolean opens(Action action) {
        return open.contains(action);
    }

    /** Whether the viewer may look and do nothing else. */
    public boolean lookingOnly() {
        return openUntil.isPresent();
    }

    /** What the case goes by in lists: the name, or the number of somebody who is anonymous or whose name is not open. */
    public String called() {
        return name.isEmpty() ? number : name;
    }

    /** Not the name: it stays out of logs. */
    @Override
    public String toString() {
        return "case " + id;
    }
}
