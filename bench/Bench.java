import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Measures the product under load with very many persons in its database, each page beside the least SQL that could give the
 * same, sent bare to the same database in the same run. Last it has PostgreSQL tell how it went about the statements that took
 * longest. Started by {@code script/bench}.
 *
 * <p>Arguments: the program's jar, a data folder (filled if it is empty, used again if it is not), how many persons, how many
 * seconds each measurement takes, and, to measure just some, a part of their names.
 */
final class Bench {
    private static final int CLIENTS = 8;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var persons = Integer.parseInt(arguments[2]);
        var seconds = Duration.ofSeconds(Long.parseLong(arguments[3]));
        var only = arguments.length > 4 ? arguments[4] : "";
        var jar = Path.of(arguments[0]);
        var data = Path.of(arguments[1]).toAbsolutePath();
        Plans.forget(data);
        try (var program = Program.start(jar, data, persons)) {
            System.out.printf("%n%,d persons, %d processors; load average %.1f; first page after %.1f s;"
                            + " %d clients, %s s each after as long to warm up%n%n",
                    program.persons(), Runtime.getRuntime().availableProcessors(), loadAverage(),
                    program.firstPage().toMillis() / 1e3, CLIENTS, seconds.toSeconds());
            System.out.println("| What | Product | p50 | p95 | p95 alone | Bare | Ratio | Processor: program + PostgreSQL, bare |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            for (var scenario : Scenarios.of(program)) {
                if (scenario.name().contains(only)) {
                    measure(program, scenario, seconds);
                }
            }
            System.out.printf("%nresident besides PostgreSQL: %,d MiB; load average %.1f%n", program.residentMiB(), loadAverage());
        }
        Plans.print(jar, data, persons, only);
    }

    private static void measure(Program program, Scenario scenario, Duration seconds) throws Exception {
        var bare = Load.run(program, CLIENTS, seconds, scenario.bare());
        program.closeConnections();
        var product = Load.run(program, CLIENTS, seconds, scenario.product());
        var alone = Load.run(program, 1, seconds, scenario.product());
        System.out.printf("| %s | %,.0f/s | %.1f ms | %.1f ms | %.1f ms | %,.0f/s | %.2f | %.1f + %.1f, %.1f ms |%n",
                scenario.name(), product.perSecond(), product.p50(), product.p95(), alone.p95(), bare.perSecond(),
                product.perSecond() / bare.perSecond(), product.program(), product.postgresql(), bare.postgresql());
    }

    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
