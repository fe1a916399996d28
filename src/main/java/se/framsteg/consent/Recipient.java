package se.framsteg.consent;

import java.util.Locale;
import se.framsteg.shared.OrganisationId;

/** With whom something may be shared. */
public sealed interface Recipient {
    /** As it is told from others: however a name was typed, it is the same one. */
    Recipient key();

    /** A party of the same association. To it a yes opens the program, for those of its staff who are named on the case. */
    record Organisation(OrganisationId id) implements Recipient {
        @Override
        public Recipient key() {
            return this;
        }
    }

    /**
     * Somebody who does not work in the program.
     *
     * @param name 1–200 characters
     */
    record Named(Sort sort, String name) implements Recipient {
        @Override
        public Recipient key() {
            return new Named(sort, name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
        }

        /** Not the name: it stays out of logs. */
        @Override
        public String toString() {
            return sort.toString();
        }
    }

    /** What a named recipient is to the person. */
    enum Sort {
        RELATIVE,
        /** God man or förvaltare. */
        GUARDIAN,
        EMPLOYER,
        PROVIDER,
        OTHER
    }
}
