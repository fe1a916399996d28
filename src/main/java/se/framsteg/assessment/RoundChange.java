package se.framsteg.assessment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people do with a round when life does not follow the schedule. */
public enum RoundChange {
    /** Gives it another due day; its window follows. */
    MOVE(true),
    /** Asks for no answers this time. */
    SKIP(true),
    /** Asks for answers after all, while its window lasts. */
    TAKE_UP(false),
    /** Takes answers again from whoever had not sent in when it closed. */
    REOPEN(true);

    private final boolean asksForReason;

    RoundChange(boolean asksForReason) {
        this.asksForReason = asksForReason;
    }

    public boolean asksForReason() {
        return asksForReason;
    }

    /** The last part of its page's path. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<RoundChange> ofPath(String path) {
        return Arrays.stream(values())
                .filter(change -> change.path().equals(path))
                .findFirst();
    }
}
