package se.framsteg.access;

import java.util.EnumSet;
import java.util.Set;

/** What a member of staff is in the work. A role alone opens no case: being named on it does. */
public enum Role {
    CASEWORKER,
    TEAM_MEMBER,
    LEAD,
    ASSOCIATION_OFFICER,
    BOARD,
    EVALUATOR,
    ORGANISATION_ADMINISTRATOR,
    SYSTEM_ADMINISTRATOR;

    private static final Set<Role> CASEWORK = EnumSet.of(CASEWORKER, TEAM_MEMBER, LEAD);
    private static final Set<Role> ADMINISTRATION = EnumSet.of(ORGANISATION_ADMINISTRATOR, SYSTEM_ADMINISTRATOR);

    /**
     * Whether one account may hold all of these roles. Those who work with persons do only that: the association's own
     * staff may not handle individuals (lag 2003:1210 7 §), and administrators and evaluators see no case.
     */
    public static boolean compatible(Set<Role> roles) {
        return !roles.isEmpty()
                && (CASEWORK.containsAll(roles) || ADMINISTRATION.containsAll(roles) || roles.size() == 1);
    }
}
