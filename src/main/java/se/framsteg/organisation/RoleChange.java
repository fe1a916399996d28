package se.framsteg.organisation;

import java.util.Optional;
import java.util.Set;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;

/**
 * Somebody is given roles, or an account is closed: the facts, and what stands in its way.
 *
 * @param before the roles held until now; none if the account is new or closed
 * @param after the roles asked for; none if the account is to be closed
 * @param own whether it is the account of the one who asks
 * @param lastAdministrator whether nobody else administers the organisation
 * @param lastSystemAdministrator whether nobody else administers the installation
 */
record RoleChange(
        Actor by,
        Set<Role> before,
        Set<Role> after,
        boolean own,
        boolean lastAdministrator,
        boolean lastSystemAdministrator) {

    static RoleChange ofNew(Actor by, Set<Role> roles) {
        return new RoleChange(by, Set.of(), roles, false, false, false);
    }

    /** What stands in the way of these roles. */
    Optional<StaffProblem> problem() {
        if (after.isEmpty()) {
            return Optional.of(StaffProblem.NO_ROLE);
        }
        if (!Role.compatible(after)) {
            return Optional.of(StaffProblem.ROLES_APART);
        }
        if (gains(Role.SYSTEM_ADMINISTRATOR) && !bySystem()) {
            return Optional.of(StaffProblem.SYSTEM_ADMINISTRATOR_NOT_YOURS_TO_GIVE);
        }
        return nobodyLeft();
    }

    /** What stands in the way of closing the account. */
    Optional<StaffProblem> closingProblem() {
        return own ? Optional.of(StaffProblem.OWN_ACCOUNT) : nobodyLeft();
    }

    private Optional<StaffProblem> nobodyLeft() {
        if (loses(Role.SYSTEM_ADMINISTRATOR) && lastSystemAdministrator) {
            return Optional.of(StaffProblem.LAST_SYSTEM_ADMINISTRATOR);
        }
        // A system administrator can appoint another, and must be able to close off whoever has left.
        if (loses(Role.ORGANISATION_ADMINISTRATOR) && lastAdministrator && !bySystem()) {
            return Optional.of(StaffProblem.LAST_ADMINISTRATOR);
        }
        return Optional.empty();
    }

    private boolean gains(Role role) {
        return after.contains(role) && !before.contains(role);
    }

    private boolean loses(Role role) {
        return before.contains(role) && !after.contains(role);
    }

    private boolean bySystem() {
        return switch (by) {
            case Actor.Installation _ -> true;
            case Actor.Staff staff -> staff.is(Role.SYSTEM_ADMINISTRATOR);
            case Actor.Respondent _ -> false;
        };
    }
}
