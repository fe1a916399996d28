package se.framsteg.shared.definition;

import java.util.List;

/**
 * What came of reading a definition file.
 *
 * @param <T> what such files define
 */
public sealed interface Reading<T> {

    /** The file is whole. */
    record Whole<T>(T value) implements Reading<T> {}

    /**
     * Something has to be mended first.
     *
     * @param problems all that were found, at least one, in the order of the file
     */
    record Faulty<T>(List<Problem> problems) implements Reading<T> {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}
