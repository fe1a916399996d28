package se.framsteg.cases;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The table of rules for how a case goes from one state to another: from where, to where, by whom, and whether it asks for
 * a reason. Pages offer what it permits and the door enforces it.
 */
public enum CaseChange {
    START(EnumSet.of(CaseState.ACCEPTED), CaseState.ACTIVE, Reach.WORK, false),
    PAUSE(EnumSet.of(CaseState.ACTIVE), CaseState.PAUSED, Reach.WORK, true),
    RESUME(EnumSet.of(CaseState.PAUSED), CaseState.ACTIVE, Reach.WORK, true),
    /** Also before the start, for somebody who changed their mind. The reason is an {@link EndReason}. */
    END(
            EnumSet.of(CaseState.ACCEPTED, CaseState.ACTIVE, CaseState.PAUSED),
            CaseState.ENDED,
            Reach.WORK,
            false),
    /** Only what once started: otherwise a new referral is the way back. */
    REOPEN(EnumSet.of(CaseState.ENDED), CaseState.ACTIVE, Set.of(Reach.LEAD), true);

    private final Set<CaseState> from;
    private final CaseState to;
    private final Set<Reach> by;
    private final boolean asksForReason;

    CaseChange(Set<CaseState> from, CaseState to, Set<Reach> by, boolean asksForReason) {
        this.from = from;
        this.to = to;
        this.by = by;
        this.asksForReason = asksForReason;
    }

    public CaseState to() {
        return to;
    }

    public boolean asksForReason() {
        return asksForReason;
    }

    /** Whether somebody with this reach can do it now. */
    boolean permitted(CaseState state, boolean started, Set<Reach> reach) {
        return from.contains(state) && by.stream().anyMatch(reach::contains) && (this != REOPEN || started);
    }

    /** All that somebody with this reach can do now, in order. */
    static Set<CaseChange> permittedOf(CaseState state, boolean started, Set<Reach> reach) {
        var permitted = EnumSet.noneOf(CaseChange.class);
        Arrays.stream(values())
                .filter(change -> change.permitted(state, started, reach))
                .forEach(permitted::add);
        return permitted;
    }

    /** The last part of its page's path. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CaseChange> ofPath(String path) {
        return Arrays.stream(values())
                .filter(change -> change.path().equals(path))
                .findFirst();
    }
}
