package se.framsteg.employment.counsel;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One time when the person was told about benefits and pay.
 *
 * @param withdrawn why it was a mistake, if it was
 */
public record Counselling(TalkId id, Details details, Optional<String> withdrawn) {
    public enum GivenBy {
        /** Somebody who knows benefits, by training or profession. */
        SPECIALIST,
        COACH,
        /** FK or AF. */
        AUTHORITY,
        OTHER
    }

    /** When in the way to work. */
    public enum Occasion {
        BEFORE_START,
        /** At a change of hours or pay. */
        AT_CHANGE,
        /** Help to report income and changes. */
        REPORTING,
        GENERAL
    }

    public enum About {
        SJUKPENNING,
        AKTIVITETSERSATTNING,
        SJUKERSATTNING,
        FORSORJNINGSSTOD,
        AKTIVITETSSTOD,
        A_KASSA,
        BOSTADSBIDRAG,
        STUDIESTOD,
        DEBTS,
        OTHER
    }

    /**
     * @param about one at least
     * @param words up to 1000 characters, may be empty
     */
    public record Details(LocalDate on, GivenBy givenBy, Occasion occasion, Set<About> about, String words) {
        public Details {
            about = Set.copyOf(about);
        }

        /** Nothing of it: it is about a person. */
        @Override
        public String toString() {
            return "counselling";
        }
    }

    @Override
    public String toString() {
        return "counselling " + id;
    }
}
