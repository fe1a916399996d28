package se.framsteg.cases;

import se.framsteg.shared.CaseId;

/**
 * What stands round every page of a case: the identity bar and the case's own tabs (template {@code cases/frame}).
 *
 * @param name the participant's name; empty if anonymous
 * @param protectedIdentity whether the mark for protected identity is shown
 * @param interpreter whether an interpreter is needed, shown with {@code language}
 * @param state the case's state, by name
 * @param restricted whether nothing in it may be changed, because the person has asked for that
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
        boolean restricted) {
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
