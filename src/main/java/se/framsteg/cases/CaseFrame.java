package se.framsteg.cases;

import java.time.Instant;
import java.util.Optional;
import se.framsteg.shared.CaseId;

/**
 * What stands round every page of a case: the identity bar and the case's own tabs (template {@code cases/frame}).
 *
 * @param name the participant's name; empty if anonymous
 * @param protectedIdentity whether the mark for protected identity is shown
 * @param interpreter whether an interpreter is needed, shown with {@code language}
 * @param state the case's state, by name
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
        Optional<Instant> openUntil) {

    CaseFrame openUntil(Optional<Instant> moment) {
        return new CaseFrame(id, number, name, anonymous, protectedIdentity, interpreter, language, state, moment);
    }

    /** Whether the viewer may look and do nothing else. */
    public boolean lookingOnly() {
        return openUntil.isPresent();
    }

    /** What the case goes by in lists: the name, or the number of somebody who is anonymous. */
    public String called() {
        return anonymous ? number : name;
    }

    /** Not the name: it stays out of logs. */
    @Override
    public String toString() {
        return "case " + id;
    }
}
