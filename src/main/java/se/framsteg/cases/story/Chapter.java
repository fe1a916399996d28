package se.framsteg.cases.story;

import java.util.List;

/**
 * What one room has to tell of a case.
 *
 * @param next what it knows is left to do, beside what the case's own state asks for
 */
public record Chapter(List<Happening> happenings, List<NextStep> next) {
    /** Of a room that knows of nothing to do. */
    public static Chapter of(List<Happening> happenings) {
        return new Chapter(happenings, List.of());
    }
}
