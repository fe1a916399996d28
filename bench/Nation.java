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
 * Measures what a whole nation’s statistics take: 80 associations of five initiatives of a thousand cases. Closing all ledgers, first all
 * days that there have been and then, when a quarter more is due, that one alone; and the page of the last whole year, asked for by an officer
 * of each association, one after the other. Beside it one statement counts the same from the cases of all. Started by {@code script/bench nation}.
 *
 * <p>Arguments: the program's jar and a data folder (filled if it is empty; what is closed there already is not measured again).
 */
final class Nation {
    private static final String LABEL = "nation";
    private static final int ASSOCIATIONS = 80;
    private static final int INITIATIVES = 5;
    private static final int CASES = 1_000;
    private static final int REPEATED = 3;

    /** Each initiative reports each quarter until the last but one, and once when all is over: so that the last one isn’t due yet. */
    private static final String HELD_BACK = """
        insert into report_periods (id, association_id, initiative_id, kind, from_on, to_on, due_on, saved_by, saved_at)
        select uuidv7(), i.association_id, i.id, 'QUARTERLY', q, q + interval '3 months' - interval '1 day', q + interval '3 months', l.staff_id,
          now()
        from initiatives i join initiative_leads l on l.initiative_id = i.id
        cross join generate_series(cast(i.starts_on as timestamp), date_trunc('quarter', localtimestamp) - interval '4 months', '3 months') q
        union all
        select uuidv7(), i.association_id, i.id, 'FINAL', i.starts_on, current_date + 365, current_date + 400, l.staff_id, now()
        from initiatives i join initiative_leads l on l.initiative_id = i.id""";

    private static final String LAST_DUE = """
        insert into report_periods (id, association_id, initiative_id, kind, from_on, to_on, due_on, saved_by, saved_at)
        select uuidv7(), i.association_id, i.id, 'QUARTERLY', q - interval '3 months', q - interval '1 day', q, l.staff_id, now()
        from initiatives i join initiative_leads l on l.initiative_id = i.id cross join date_trunc('quarter', localtimestamp) q""";

    private static final String LAST = """
        select count(*) from report_periods where kind = 'QUARTERLY' and to_on = cast(date_trunc('quarter', localtimestamp) as date) - 1""";

    private static final String OPEN = """
        select count(*) from report_periods p where p.kind = 'QUARTERLY'
          and not exists (select from ledger_days d where d.initiative_id = p.initiative_id and d.day = p.to_on)""";

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
                execute(program, HELD_BACK);
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
            closed(program, "all days before the last quarter's end");
            if (count(program, LAST) == 0) {
                execute(program, LAST_DUE);
                closed(program, "the last quarter's end");
                bare(program, "the last quarter", Counting.quarter());
            }
        }
    }

    private static void closed(Program program, String what) throws Exception {
        var open = count(program, OPEN);
        try (var database = program.database(); var days = database.prepareStatement("select count(*) from ledger_days")) {
            var due = count(program, "select count(*) from report_periods where kind = 'QUARTERLY'");
            var began = System.nanoTime();
            var before = program.processor();
            program.await(() -> first(days) == due);
            var after = program.processor();
            System.out.printf("closing %s, %,d ledger days: %.1f s; processor: program %.1f s, PostgreSQL %.1f s; load average %.1f%n",
                    what, open, seconds(began), seconds(after.program().minus(before.program())),
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

    private static void execute(Program program, String sql) throws Exception {
        try (var database = program.database(); var statement = database.createStatement()) {
            statement.execute(sql);
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
