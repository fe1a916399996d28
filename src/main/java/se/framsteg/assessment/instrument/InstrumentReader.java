package se.framsteg.assessment.instrument;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads the instrument format described in {@code docs/instrument-format.md}.
 *
 * <p>The file may come from anyone: it is at most 256 kB, is never turned into Java types by name, and cannot refer to
 * itself. All faults are told at once, each with its line; only where the file is not readable as YAML at all does
 * reading end early.
 */
public final class InstrumentReader {
    /** So many dimensions, items or steps an instrument has at most. */
    public static final int LONGEST_LIST = 100;

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

    /**
     * What stands in this text, instrument or not: texts, lists and maps of them by name, all scalars as they are written.
     *
     * @return empty if the text is not readable as YAML, or is refused as a file, or has no fields, or has a list that is
     *     longer than any of an instrument
     */
    public static Optional<Map<String, Object>> fields(String yaml) {
        return Optional.ofNullable(new YamlFile(new Problems()).root(yaml))
                .filter(MappingNode.class::isInstance)
                .filter(InstrumentReader::hasNoLongList)
                .map(root -> fields((MappingNode) root));
    }

    private static boolean hasNoLongList(Node node) {
        return switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream().map(NodeTuple::getValueNode).allMatch(InstrumentReader::hasNoLongList);
            case SequenceNode sequence ->
                sequence.getValue().size() <= LONGEST_LIST
                        && sequence.getValue().stream().allMatch(InstrumentReader::hasNoLongList);
            default -> true;
        };
    }

    private static Map<String, Object> fields(MappingNode node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name) {
                fields.putIfAbsent(name.getValue(), plain(entry.getValueNode()));
            }
        }
        return fields;
    }

    private static Object plain(Node node) {
        return switch (node) {
            case MappingNode mapping -> fields(mapping);
            case SequenceNode sequence ->
                sequence.getValue().stream().map(InstrumentReader::plain).toList();
            case ScalarNode scalar -> Tag.NULL.equals(scalar.getTag()) ? "" : scalar.getValue();
            default -> "";
        };
    }
}
