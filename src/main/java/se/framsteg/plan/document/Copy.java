package se.framsteg.plan.document;

import java.time.LocalDate;

/**
 * That somebody has been given a version.
 *
 * @param recipient up to 200 characters; empty if it is the person
 * @param on the day that they were given it
 */
public record Copy(CopyId id, String recipient, How how, LocalDate on) {
    static final int LONGEST = 200;

    public enum How {
        HANDED,
        POSTED,
        /** Signed in, with the person's yes. */
        READS_HERE
    }

    @Override
    public String toString() {
        return "copy " + id;
    }
}
