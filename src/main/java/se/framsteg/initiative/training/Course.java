package se.framsteg.initiative.training;

import java.util.Optional;

/**
 * A course.
 *
 * @param name in the reader's language, where it ships with the product
 * @param days how long it is, 1–60; empty where that is not known
 */
public record Course(CourseId id, String name, Optional<Integer> days, Depth depth) {

    /** How deep it goes, which is what goals are set for. */
    public enum Depth {
        IN_DEPTH,
        ONE_DAY
    }

    /** A course that does not ship: written by whoever leads the initiative. */
    public record Written(String name, Optional<Integer> days, Depth depth) {}
}
