import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/**
 * How PostgreSQL goes about the product's own statements, as it tells itself while the product serves a few of each page:
 * those that took longest, each once. It is asked by {@code auto_explain}, which is on in this run alone.
 */
final class Plans {
    private static final int MOST = 5;
    private static final int PAGES = 12;
    private static final String ASKED = """
        session_preload_libraries = 'auto_explain'
        auto_explain.log_min_duration = 1
        auto_explain.log_analyze = on
        auto_explain.log_buffers = on
        auto_explain.log_timing = off
        auto_explain.log_nested_statements = off
        """;
    private static final Pattern PLAN =
            Pattern.compile("LOG:  duration: ([\\d.]+) ms  plan:\\n((?:\\t.*\\n)+)");

    private Plans() {}

    private record Plan(double millis, String text) {}

    static void print(Path jar, Path data, int persons, String only) throws Exception {
        Files.writeString(settings(data), ASKED, StandardOpenOption.APPEND);
        try {
            ask(jar, data, persons, only);
        } finally {
            forget(data);
        }
    }

    /** Takes away what a run that was interrupted may have left on. */
    static void forget(Path data) throws IOException {
        if (Files.exists(settings(data))) {
            Files.writeString(settings(data), Files.readString(settings(data)).replace(ASKED, ""));
        }
    }

    private static Path settings(Path data) {
        return data.resolve("postgresql/postgresql.auto.conf");
    }

    private static void ask(Path jar, Path data, int persons, String only) throws Exception {
        var told = new LinkedHashMap<String, Plan>();
        try (var program = Program.begin(jar, data, persons)) {
            program.awaitFilled();
            for (var scenario : Scenarios.of(program)) {
                if (scenario.name().contains(only)) {
                    var from = length(data);
                    var work = scenario.product().prepare(1);
                    for (int i = 0; i < PAGES; i++) {
                        work.once();
                    }
                    Thread.sleep(Duration.ofMillis(500));
                    read(data, from, scenario.name(), told);
                }
            }
        }
        System.out.printf("%nThe statements that took longest, with auto_explain:%n");
        told.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().millis()))
                .limit(MOST)
                .forEach(entry -> System.out.printf("%n%.1f ms: %s", entry.getValue().millis(), entry.getValue().text()));
    }

    /** The last time that each statement was asked counts: by then all it reads is in memory. */
    private static void read(Path data, long from, String page, LinkedHashMap<String, Plan> told) throws IOException {
        var plans = PLAN.matcher(log(data).substring((int) from));
        while (plans.find()) {
            var text = plans.group(2).replaceAll("(?m)^\\t", "");
            var statement = text.split("\\n\\S.*\\(cost=", 2)[0].strip();
            told.put(statement, new Plan(Double.parseDouble(plans.group(1)), page + "\n" + text));
        }
    }

    private static long length(Path data) throws IOException {
        return log(data).length();
    }

    private static String log(Path data) throws IOException {
        var text = new StringBuilder();
        for (var file : Arrays.stream(data.resolve("log").toFile().listFiles()).sorted().toList()) {
            text.append(Files.readString(file.toPath()));
        }
        return text.toString();
    }
}
