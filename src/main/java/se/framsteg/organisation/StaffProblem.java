package se.framsteg.organisation;

/** Why an account can't be as asked for. The text is {@code staff.problem.<NAME>}. */
public enum StaffProblem {
    NO_ROLE,
    ROLES_APART,
    SYSTEM_ADMINISTRATOR_NOT_YOURS_TO_GIVE,
    OWN_ACCOUNT,
    LAST_ADMINISTRATOR,
    LAST_SYSTEM_ADMINISTRATOR;

    String textKey() {
        return "staff.problem." + name();
    }
}
