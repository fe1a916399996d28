import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Measures what a whole nation’s statistics take: 80 associations of five initiatives of a thousand cases. Closing all ledgers on all days that
 * there have been; and the page of the last whole year, asked for by an officer of each association, one after the other. Beside it one
 * statement counts the same from the cases of all. Started by {@code script/bench nation}.
 *
 * <p>Arguments: the program's jar and a data folder (filled if it is empty; what is closed there already is not measured again).
 */
final class Nation {
    private static final String LABEL = "nation";
    private static final int ASSOCIATIONS = 80;
    private static final int INITIATIVES = 5;
    private static final int CASES = 1_000;
    private static final int REPEATED = 3;

    /** Initiatives whose ledger is not closed to the end of the last quarter. */
    private static final String OPEN = """
        select count(*) from initiatives i where not exists (select from ledger_days d
          where d.initiative_id = i.id and d.day = cast(date_trunc('quarter', localtimestamp) as date) - 1)""";

    private Nation() {}

    public static void main(String[] arguments) throws Exception {
        var jar = Path.of(arguments[0]);
        var data = Path.of(arguments[1]).toAbsolutePath();
        fill(jar, data);
        close(jar, data);
        ask(jar, data);
    }

    private static void fill(Path jar, Path data) throws Exception {
        try (var program = Program.begin(jar, data, Map.of("FRAMSTEG_STATISTICS_CLOSING", "false"))) {
            if (count(program, "select count(*) from initiatives") == 0) {
                var began = System.nanoTime();
                Associations.fill(program, LABEL, ASSOCIATIONS, INITIATIVES, CASES, 1);
                System.out.printf("filled in %.0f s%n", seconds(began));
            }
            System.out.printf("%,d associations, %,d initiatives, %,d cases (%,d ended), %,d rounds, %,d assessments; %d processors%n%n",
                    count(program, "select count(*) from associations"), count(program, "select count(*) from initiatives"),
                    count(program, "select count(*) from cases"), count(program, "select count(*) from cases where state = 'ENDED'"),
                    count(program, "select count(distinct round_id) from assessments"), count(program, "select count(*) from assessments"),
                    Runtime.getRuntime().availableProcessors());
        }
    }

    private static void close(Path jar, Path data) throws Exception {
        try (var program = Program.begin(jar, data, Map.of("FRAMSTEG_STATISTICS_EVERY", "1s"))) {
            if (count(program, OPEN) > 0) {
                closed(program);
            }
            bare(program, "the last quarter", Counting.quarter());
        }
    }

    private static void closed(Program program) throws Exception {
        try (var database = program.database(); var open = database.prepareStatement(OPEN)) {
            var began = System.nanoTime();
            var before = program.processor();
            program.await(() -> first(open) == 0);
            var after = program.processor();
            var days = count(program, "select count(*) from ledger_days");
            System.out.printf("closing %,d ledger days: %.0f s, %.2f s each; processor: program %.0f s, PostgreSQL %.0f s; load average %.1f%n",
                    days, seconds(began), seconds(began) / days, seconds(after.program().minus(before.program())),
                    seconds(after.postgresql().minus(before.postgresql())), load());
        }
    }

    private static void ask(Path jar, Path data) throws Exception {
        var page = "/statistics?span=" + (LocalDate.now().getYear() - 1);
        try (var program = Program.begin(jar, data, Map.of("FRAMSTEG_STATISTICS_CLOSING", "false"))) {
            var officers = new ArrayList<Visitor>();
            for (int association = 1; association <= ASSOCIATIONS; association++) {
                officers.add(program.signedIn(Associations.officer(LABEL, association, 1)));
            }
            for (int round = 1; round <= REPEATED; round++) {
                asked(program, officers, page, round);
            }
            bare(program, "the last year", Counting.year());
            System.out.printf("resident besides PostgreSQL: %,d MiB%n", program.residentMiB());
        }
    }

    private static void asked(Program program, List<Visitor> officers, String page, int round) throws Exception {
        var before = program.processor();
        var taken = new long[officers.size()];
        for (int i = 0; i < taken.length; i++) {
            var began = System.nanoTime();
            officers.get(i).get(page);
            taken[i] = System.nanoTime() - began;
        }
        var after = program.processor();
        System.out.printf("%s of %d associations, round %d: %.2f s together, the slowest %.2f s; processor: program %.1f s, PostgreSQL %.1f s;"
                        + " load average %.1f%n", page, taken.length, round, Arrays.stream(taken).sum() / 1e9, Arrays.stream(taken).max().orElse(0) / 1e9,
                seconds(after.program().minus(before.program())), seconds(after.postgresql().minus(before.postgresql())), load());
    }

    private static void bare(Program program, String what, String sql) throws Exception {
        try (var database = program.database(); var statement = database.prepareStatement(sql)) {
            for (int round = 1; round <= REPEATED; round++) {
                var began = System.nanoTime();
                try (var rows = statement.executeQuery()) {
                    int figures = 0;
                    while (rows.next()) {
                        figures++;
                    }
                    System.out.printf("bare, %s counted from the cases, round %d: %.2f s, %,d figures; load average %.1f%n", what, round,
                            seconds(began), figures, load());
                }
            }
        }
    }

    private static long count(Program program, String sql) throws Exception {
        try (var database = program.database(); var statement = database.prepareStatement(sql)) {
            return first(statement);
        }
    }

    private static long first(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static double seconds(long began) {
        return seconds(Duration.ofNanos(System.nanoTime() - began));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
