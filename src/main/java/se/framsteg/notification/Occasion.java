package se.framsteg.notification;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import se.framsteg.notification.ReminderSource.Asked;

/** When somebody is reminded of what is still unanswered: three times at most, and further apart towards the end. */
public enum Occasion {
    /** It can be answered from today. */
    OPENED,
    /** A week has passed. */
    AGAIN,
    /** Two days are left. */
    CLOSING;

    private static final int DAYS_UNTIL_AGAIN = 7;
    private static final int DAYS_LEFT = 2;

    LocalDate day(Asked asked) {
        return switch (this) {
            case OPENED -> asked.opensOn();
            case AGAIN -> asked.opensOn().plusDays(DAYS_UNTIL_AGAIN);
            case CLOSING -> asked.closesOn().minusDays(DAYS_LEFT);
        };
    }

    /**
     * The last of the occasions that have come by this day. Those before it are past: after a time when nothing could be sent nobody
     * gets several reminders of the same thing.
     */
    static Optional<Occasion> latest(Asked asked, LocalDate today) {
        return Arrays.stream(values())
                .filter(occasion -> !occasion.day(asked).isAfter(today))
                .filter(occasion -> !occasion.day(asked).isBefore(asked.opensOn()))
                .reduce((_, later) -> later);
    }
}
