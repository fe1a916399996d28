package se.framsteg.assessment.instrument;

import java.util.List;
import se.framsteg.shared.definition.Problem;

/** What came of reading an instrument file: the instrument, or everything that has to be mended first. */
public sealed interface InstrumentReading {

    /** The file holds a complete instrument. */
    record Accepted(Instrument instrument) implements InstrumentReading {}

    /**
     * The file is not an instrument yet.
     *
     * @param problems all that were found, at least one, in the order of the file
     */
    record Refused(List<Problem> problems) implements InstrumentReading {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
