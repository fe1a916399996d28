package se.framsteg.initiative;

/** Why an initiative can't be as asked for. The text is {@code initiative.problem.<NAME>}. */
public enum InitiativeProblem {
    ENDS_BEFORE_START("ends"),
    OWNER_NOT_YOURS("owner"),
    INSTRUMENT_NOT_PUBLISHED("instrument"),
    LEAD_NOT_IN_OWNER("leads"),
    TEAM_ELSEWHERE("team"),
    METHOD_DOES_NOT_FIT("method");

    private final String field;

    InitiativeProblem(String field) {
        this.field = field;
    }

    /** The field of the form that it is about. */
    String field() {
        return field;
    }
}
