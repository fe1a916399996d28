package se.framsteg.shared.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
public final class Value {

    /** Stands for the place in a problem that is about the file as a whole. */
    public static final String THE_FILE = "the file";

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

    public boolean isAbsent() {
        return node == null;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Tells that something is wrong with this value; nothing is told of one that is not there. */
    public void report(Fault fault, Object... arguments) {
        if (mark != null) {
            reportAt(mark, fault, arguments);
        }
    }

    /** This value's fields; those that are not known here are reported. */
    public Fields fields(String... known) {
        Map<String, Value> entries = entries(FileFault.EXPECTED_FIELDS);
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
            reportAt(keyMark, FileFault.EXPECTED_FIELDS);
            return;
        }
        String name = key.getValue();
        Value value = new Value(child(name), keyMark, entry.getValueNode(), problems);
        if (entries.putIfAbsent(name, value) != null) {
            reportAt(keyMark, FileFault.DUPLICATE_FIELD, name);
        }
    }

    /** The entries of a list, which has at least one and not more than {@value DefinitionFile#LONGEST_LIST}. */
    public List<Value> list() {
        if (!(node instanceof SequenceNode sequence)) {
            report(FileFault.EXPECTED_LIST);
            return List.of();
        }
        List<Node> entries = sequence.getValue();
        if (entries.isEmpty() || entries.size() > DefinitionFile.LONGEST_LIST) {
            report(FileFault.LIST_LENGTH, DefinitionFile.LONGEST_LIST, entries.size());
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
    public String text() {
        if (node instanceof ScalarNode scalar) {
            String text =
                    Tag.NULL.equals(scalar.getTag()) ? "" : scalar.getValue().strip();
            if (text.isEmpty()) {
                report(FileFault.EMPTY_TEXT);
            }
            return text;
        }
        report(FileFault.EXPECTED_TEXT);
        return "";
    }

    /** The text as it is written, without a word about it if there is none. */
    public String plainText() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** A text that may serve as a key in addresses and stored data. */
    public String key() {
        String text = text();
        if (text.isEmpty() || KEY.matcher(text).matches()) {
            return text;
        }
        report(FileFault.BAD_KEY, text);
        return "";
    }

    /** A whole number between two limits that are 1 or more; 0 when it is something else. */
    public int number(int lowest, int highest) {
        if (!(node instanceof ScalarNode scalar)
                || !Tag.INT.equals(scalar.getTag())
                || !NUMBER.matcher(scalar.getValue()).matches()) {
            report(FileFault.EXPECTED_NUMBER);
            return 0;
        }
        int number = Integer.parseInt(scalar.getValue());
        if (number < lowest || number > highest) {
            report(FileFault.OUT_OF_RANGE, lowest, highest);
            return 0;
        }
        return number;
    }

    /** A number above 0, of steps, with at most two decimals; 0 when it is something else. */
    public double decimal(int highest) {
        if (!(node instanceof ScalarNode scalar)
                || !scalar.isPlain()
                || !DECIMAL.matcher(scalar.getValue()).matches()) {
            report(FileFault.EXPECTED_DECIMAL);
            return 0;
        }
        double number = Double.parseDouble(scalar.getValue());
        if (number == 0 || number > highest) {
            report(FileFault.OUT_OF_RANGE, SMALLEST_DECIMAL, highest);
            return 0;
        }
        return number;
    }

    /** One of these words; the first of them when it is something else. */
    public String choice(List<String> options) {
        String text = text();
        if (options.contains(text)) {
            return text;
        }
        if (!text.isEmpty()) {
            report(FileFault.NOT_A_CHOICE, text, String.join(", ", options));
        }
        return options.getFirst();
    }

    /** Whether something holds, which is written as {@code true}; what does not hold is left out. */
    public boolean isTrue() {
        if (node == null) {
            return false;
        }
        if (node instanceof ScalarNode scalar && scalar.getValue().equals("true")) {
            return true;
        }
        report(FileFault.EXPECTED_YES);
        return false;
    }

    /** This key, reported when none of the values of the same kind may have it again. */
    public String unusedKey(Set<String> seen) {
        String key = key();
        if (!key.isEmpty() && !seen.add(key)) {
            report(FileFault.DUPLICATE_KEY, key);
        }
        return key;
    }

    private void reportUnknownField(String name, List<String> known) {
        Nearest.to(name, known)
                .ifPresentOrElse(
                        near -> report(FileFault.UNKNOWN_FIELD_NEAR, near),
                        () -> report(FileFault.UNKNOWN_FIELD, String.join(", ", known)));
    }

    private void reportAt(Mark at, Fault fault, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addFirst(path.isEmpty() ? THE_FILE : path);
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
