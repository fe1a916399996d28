package se.framsteg.assessment.instrument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in the file together with its place, to be read as what it ought to be.
 *
 * <p>What cannot be read so is reported, and something empty comes instead (no entries, {@code ""}, 0), so that reading
 * goes on and finds the other faults too. An absent value reads as empty without a word.
 */
final class Value {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,2})?");
    private static final String SMALLEST_DECIMAL = "0.01";

    private final String path;
    private final @Nullable Mark mark;
    private final @Nullable Node node;
    private final Problems problems;

    private Value(String path, @Nullable Mark mark, @Nullable Node node, Problems problems) {
        this.path = path;
        this.mark = mark;
        this.node = node;
        this.problems = problems;
    }

    static Value root(Node node, Problems problems) {
        return new Value("", node.getStartMark(), node, problems);
    }

    /** The value that is not there, under this one. */
    Value absent() {
        return new Value(path, null, null, problems);
    }

    boolean isAbsent() {
        return node == null;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    void report(Fault fault, Object... arguments) {
        if (mark != null) {
            reportAt(mark, fault, arguments);
        }
    }

    /** This value's fields; those that are not known here are reported. */
    Fields fields(String... known) {
        Map<String, Value> entries = entries(Fault.EXPECTED_FIELDS);
        List<String> names = List.of(known);
        entries.forEach((name, value) -> {
            if (!names.contains(name)) {
                value.reportUnknownField(name, names);
            }
        });
        return new Fields(isMapping() ? this : absent(), entries);
    }

    /** This value's entries by name, in file order; the fault is reported when it has none because it is no mapping. */
    Map<String, Value> entries(Fault whenOther) {
        Map<String, Value> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> addEntry(entry, entries));
        } else if (node != null) {
            report(whenOther);
        }
        return entries;
    }

    private void addEntry(NodeTuple entry, Map<String, Value> entries) {
        Mark keyMark = entry.getKeyNode().getStartMark();
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            reportAt(keyMark, Fault.EXPECTED_FIELDS);
            return;
        }
        String name = key.getValue();
        Value value = new Value(child(name), keyMark, entry.getValueNode(), problems);
        if (entries.putIfAbsent(name, value) != null) {
            reportAt(keyMark, Fault.DUPLICATE_FIELD, name);
        }
    }

    /** The entries of a list, which has at least one and not more than an instrument can use. */
    List<Value> list() {
        if (!(node instanceof SequenceNode sequence)) {
            report(Fault.EXPECTED_LIST);
            return List.of();
        }
        List<Node> entries = sequence.getValue();
        if (entries.isEmpty() || entries.size() > InstrumentReader.LONGEST_LIST) {
            report(Fault.LIST_LENGTH, InstrumentReader.LONGEST_LIST, entries.size());
            return List.of();
        }
        List<Value> values = new ArrayList<>();
        for (Node entry : entries) {
            String name = nameOf(entry, values.size() + 1);
            values.add(new Value(child(name), entry.getStartMark(), entry, problems));
        }
        return values;
    }

    /** A text as it is written, also where YAML would take it for a number or a truth value. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            String text =
                    Tag.NULL.equals(scalar.getTag()) ? "" : scalar.getValue().strip();
            if (text.isEmpty()) {
                report(Fault.EMPTY_TEXT);
            }
            return text;
        }
        report(Fault.EXPECTED_TEXT);
        return "";
    }

    /** A text that may serve as a key in addresses and stored data. */
    String key() {
        String text = text();
        if (text.isEmpty() || KEY.matcher(text).matches()) {
            return text;
        }
        report(Fault.BAD_KEY, text);
        return "";
    }

    /** A whole number between two limits that are 1 or more; 0 when it is something else. */
    int number(int lowest, int highest) {
        if (!(node instanceof ScalarNode scalar)
                || !Tag.INT.equals(scalar.getTag())
                || !NUMBER.matcher(scalar.getValue()).matches()) {
            report(Fault.EXPECTED_NUMBER);
            return 0;
        }
        int number = Integer.parseInt(scalar.getValue());
        if (number < lowest || number > highest) {
            report(Fault.OUT_OF_RANGE, lowest, highest);
            return 0;
        }
        return number;
    }

    /** A number above 0, of steps, with at most two decimals; 0 when it is something else. */
    double decimal(int highest) {
        if (!(node instanceof ScalarNode scalar)
                || !scalar.isPlain()
                || !DECIMAL.matcher(scalar.getValue()).matches()) {
            report(Fault.EXPECTED_DECIMAL);
            return 0;
        }
        double number = Double.parseDouble(scalar.getValue());
        if (number == 0 || number > highest) {
            report(Fault.OUT_OF_RANGE, SMALLEST_DECIMAL, highest);
            return 0;
        }
        return number;
    }

    private void reportUnknownField(String name, List<String> known) {
        Nearest.to(name, known)
                .ifPresentOrElse(
                        near -> report(Fault.UNKNOWN_FIELD_NEAR, near),
                        () -> report(Fault.UNKNOWN_FIELD, String.join(", ", known)));
    }

    private void reportAt(Mark at, Fault fault, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addFirst(path.isEmpty() ? "the instrument" : path);
        problems.report(at.getLine(), at.getColumn(), fault, all.toArray());
    }

    private String child(String name) {
        return path.isEmpty() ? name : path + " › " + name;
    }

    /** Entries of a list go by their key where they have one, else by their number. */
    private static String nameOf(Node entry, int number) {
        if (entry instanceof MappingNode mapping) {
            for (NodeTuple field : mapping.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals("key")
                        && field.getValueNode() instanceof ScalarNode key
                        && KEY.matcher(key.getValue()).matches()) {
                    return key.getValue();
                }
            }
        }
        return String.valueOf(number);
    }
}
