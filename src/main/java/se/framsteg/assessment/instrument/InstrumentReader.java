package se.framsteg.assessment.instrument;

import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the instrument format described in {@code docs/instrument-format.md}.
 *
 * <p>The file may come from anyone: it is at most 256 kB, is never turned into Java types by name, and cannot refer to
 * itself. All faults are told at once, each with its line; only where the file is not readable as YAML at all does
 * reading end early.
 */
public final class InstrumentReader {

    private InstrumentReader() {}

    /**
     * The instrument in this text, or all that has to be mended in it.
     *
     * @param yaml the whole file, decoded as UTF-8 (bytes that are not UTF-8 show up as U+FFFD and are refused)
     */
    public static InstrumentReading read(String yaml) {
        Problems problems = new Problems();
        Node root = new YamlFile(problems).root(yaml);
        if (root != null) {
            Instrument instrument = new InstrumentFile(Value.root(root, problems)).instrument();
            if (problems.none()) {
                return new InstrumentReading.Accepted(instrument);
            }
        }
        return new InstrumentReading.Refused(problems.inFileOrder());
    }
}
