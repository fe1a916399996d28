package se.framsteg.shared.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a YAML file in which somebody has written down what Framsteg works with, such as an instrument or a pathway.
 *
 * <p>The file may come from anyone: it is at most 256 kB, is never turned into Java types by name, and cannot refer to
 * itself. All faults are told at once, each with its line; only where the file is not readable as YAML at all does
 * reading end early.
 */
public final class DefinitionFile {
    /** So large is a file at most, in bytes. */
    public static final int LARGEST = YamlFile.LARGEST_KB * 1024;

    /** So many entries a list has at most. */
    public static final int LONGEST_LIST = 100;

    private DefinitionFile() {}

    /**
     * What this text defines, or all that has to be mended in it.
     *
     * @param yaml the whole file, decoded as UTF-8 (bytes that are not UTF-8 show up as U+FFFD and are refused)
     * @param reader makes something of the root of the file; what it makes counts only if no fault was reported
     */
    public static <T> Reading<T> read(String yaml, Function<Value, T> reader) {
        Problems problems = new Problems();
        Node root = new YamlFile(problems).root(yaml);
        if (root != null) {
            T read = reader.apply(Value.root(root, problems));
            if (problems.none()) {
                return new Reading.Whole<>(read);
            }
        }
        return new Reading.Faulty<>(problems.inFileOrder());
    }

    /**
     * What stands in this text, whole or not: texts, lists and maps of them by name, all scalars as they are written.
     *
     * @return empty if the text is not readable as YAML, or is refused as a file, or has no fields, or has a list that is
     *     longer than {@value #LONGEST_LIST}
     */
    public static Optional<Map<String, Object>> fields(String yaml) {
        return Optional.ofNullable(new YamlFile(new Problems()).root(yaml))
                .filter(MappingNode.class::isInstance)
                .filter(DefinitionFile::hasNoLongList)
                .map(root -> fields((MappingNode) root));
    }

    private static boolean hasNoLongList(Node node) {
        return switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream().map(NodeTuple::getValueNode).allMatch(DefinitionFile::hasNoLongList);
            case SequenceNode sequence ->
                sequence.getValue().size() <= LONGEST_LIST
                        && sequence.getValue().stream().allMatch(DefinitionFile::hasNoLongList);
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
                sequence.getValue().stream().map(DefinitionFile::plain).toList();
            case ScalarNode scalar -> Tag.NULL.equals(scalar.getTag()) ? "" : scalar.getValue();
            default -> "";
        };
    }
}
