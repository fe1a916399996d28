package se.framsteg.employment.support;

import java.time.LocalDate;

/**
 * What the person has said about being asked how it goes.
 *
 * @param on from that day on
 * @param wanted whether they want the contacts of the rhythm
 * @param words up to 1000 characters, may be empty
 */
public record Wish(LocalDate on, boolean wanted, String words) {
    /** The answer to whether they want them. */
    public enum Wanted {
        YES,
        NO
    }

    /** Not the words: they are about a person. */
    @Override
    public String toString() {
        return "wish of " + on;
    }
}
