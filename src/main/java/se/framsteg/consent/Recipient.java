package se.framsteg.consent;

import se.framsteg.shared.OrganisationId;

/** With whom something may be shared. */
public sealed interface Recipient {
    /** A party of the same association. To it a yes opens the program, for those of its staff who are named on the case. */
    record Organisation(OrganisationId id) implements Recipient {}

    /**
     * Somebody who does not work in the program.
     *
     * @param name 1–200 characters
     */
    record Named(Sort sort, String name) implements Recipient {
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
