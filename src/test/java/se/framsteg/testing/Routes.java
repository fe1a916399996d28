package se.framsteg.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table of who is let in where, {@code routes.txt}. */
public final class Routes {
    private static final Path TABLE = Path.of("src/test/resources/routes.txt");
    private static final Map<String, List<String>> GROUPS =
            Map.of("everybody", Crowd.EVERYBODY, "staff", Crowd.STAFF, "colleagues", Crowd.COLLEAGUES);

    private Routes() {}

    /** Method and path of each route, looks before changes, and the people of {@link Crowd} for whom there is such a page. */
    public static Map<String, List<String>> table() {
        var table = new TreeMap<String, List<String>>();
        for (var line : lines()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var words = line.trim().split("\\s+", -1);
                if (table.put(words[0] + " " + words[1], people(words)) != null) {
                    throw new IllegalStateException("two rows for " + line);
                }
            }
        }
        return table;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(TABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> people(String[] words) {
        var people = new ArrayList<String>();
        for (int i = 2; i < words.length; i++) {
            people.addAll(GROUPS.getOrDefault(words[i], List.of(words[i])));
        }
        return people;
    }
}
