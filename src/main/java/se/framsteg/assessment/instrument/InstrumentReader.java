package se.framsteg.assessment.instrument;

import java.util.Map;
import java.util.Optional;
import se.framsteg.shared.definition.DefinitionFile;
import se.framsteg.shared.definition.Reading;

/** Reads the instrument format described in {@code docs/instrument-format.md}, as any {@link DefinitionFile}. */
public final class InstrumentReader {
    /** So many dimensions, items or steps an instrument has at most. */
    public static final int LONGEST_LIST = DefinitionFile.LONGEST_LIST;

    private InstrumentReader() {}

    /**
     * The instrument in this text, or all that has to be mended in it.
     *
     * @param yaml the whole file, decoded as UTF-8 (bytes that are not UTF-8 show up as U+FFFD and are refused)
     */
    public static InstrumentReading read(String yaml) {
        return switch (DefinitionFile.read(yaml, root -> new InstrumentFile(root).instrument())) {
            case Reading.Whole<Instrument>(var instrument) -> new InstrumentReading.Accepted(instrument);
            case Reading.Faulty<Instrument>(var problems) -> new InstrumentReading.Refused(problems);
        };
    }

    /** What stands in this text, instrument or not, as {@link DefinitionFile#fields} tells it. */
    public static Optional<Map<String, Object>> fields(String yaml) {
        return DefinitionFile.fields(yaml);
    }
}
