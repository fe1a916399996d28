package se.framsteg.shared.definition;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The text of a file that somebody sent, until it is safe to look at as a tree: small, readable, and without the parts
 * of YAML by which a short file can grow large or name Java types.
 */
final class YamlFile {

    static final int LARGEST_KB = 256;

    private static final int DEEPEST = 12;
    private static final String PLACE = "file";

    private final Problems problems;

    YamlFile(Problems problems) {
        this.problems = problems;
    }

    /** The root of the file, or null when a problem has been reported that leaves nothing to look at. */
    @Nullable
    Node root(String text) {
        try {
            checkSize(text);
            if (problems.none()) {
                checkCharacters(text);
            }
            if (problems.none()) {
                checkEvents(text);
            }
            return problems.none() ? compose(text) : null;
        } catch (MarkedYAMLException syntax) {
            reportSyntax(syntax.getProblemMark(), syntax.getProblem());
        } catch (YAMLException other) {
            reportSyntax(null, other.getMessage());
        }
        return null;
    }

    private void checkSize(String text) {
        int limit = LARGEST_KB * 1024;
        if (text.length() > limit || text.getBytes(StandardCharsets.UTF_8).length > limit) {
            problems.report(0, 0, FileFault.TOO_LARGE, PLACE, LARGEST_KB);
        }
    }

    private void checkCharacters(String text) {
        int line = 0;
        int column = 0;
        for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
            int character = text.codePointAt(index);
            checkCharacter(character, line, column);
            boolean lineEnds = character == '\n' || (character == '\r' && !text.startsWith("\n", index + 1));
            line = lineEnds ? line + 1 : line;
            column = lineEnds ? 0 : column + 1;
        }
    }

    private void checkCharacter(int character, int line, int column) {
        if (character == '\uFFFD' || Character.getType(character) == Character.SURROGATE) {
            problems.report(line, column, FileFault.NOT_UTF_8, PLACE);
        } else if (Character.isISOControl(character) && "\t\r\n".indexOf(character) < 0) {
            problems.report(line, column, FileFault.CONTROL_CHARACTER, PLACE, "U+%04X".formatted(character));
        }
    }

    private void checkEvents(String text) {
        int depth = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            if (event instanceof NodeEvent node) {
                checkNode(node);
            }
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                report(event.getStartMark(), FileFault.TOO_DEEP);
                return;
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private void checkNode(NodeEvent event) {
        if (event instanceof AliasEvent || event.getAnchor() != null) {
            report(event.getStartMark(), FileFault.REFERENCE);
        }
        boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof CollectionStartEvent collection && collection.getTag() != null);
        if (tagged) {
            report(event.getStartMark(), FileFault.TAG);
        }
    }

    private @Nullable Node compose(String text) {
        Node root = yaml().compose(new StringReader(text));
        if (root == null) {
            problems.report(0, 0, FileFault.EMPTY_FILE, PLACE);
        }
        return root;
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    private void report(Mark mark, Fault fault) {
        problems.report(mark.getLine(), mark.getColumn(), fault, PLACE);
    }

    private void reportSyntax(@Nullable Mark mark, @Nullable String message) {
        int line = mark == null ? 0 : mark.getLine();
        int column = mark == null ? 0 : mark.getColumn();
        problems.report(line, column, FileFault.SYNTAX, PLACE, message == null ? "" : message, column + 1);
    }
}
