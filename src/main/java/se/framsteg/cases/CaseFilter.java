package se.framsteg.cases;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Which cases a list shows. */
public enum CaseFilter {
    OPEN(EnumSet.of(CaseState.ACCEPTED, CaseState.ACTIVE, CaseState.PAUSED)),
    ACCEPTED(EnumSet.of(CaseState.ACCEPTED)),
    ACTIVE(EnumSet.of(CaseState.ACTIVE)),
    PAUSED(EnumSet.of(CaseState.PAUSED)),
    ENDED(EnumSet.of(CaseState.ENDED)),
    ALL(EnumSet.allOf(CaseState.class));

    private final Set<CaseState> states;

    CaseFilter(Set<CaseState> states) {
        this.states = states;
    }

    String[] states() {
        return states.stream().map(Enum::name).toArray(String[]::new);
    }

    /** How it is named in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
