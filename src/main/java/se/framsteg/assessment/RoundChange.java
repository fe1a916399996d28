package se.framsteg.assessment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people do with a round when life does not follow the schedule, each with a reason that is kept. */
public enum RoundChange {
    /** Gives it another due day; its window follows. */
    MOVE,
    /** Asks for no answers this time. */
    SKIP,
    /** Asks for answers after all, while its window lasts. */
    TAKE_UP,
    /** Takes answers again from whoever had not sent in when it closed. */
    REOPEN;

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
