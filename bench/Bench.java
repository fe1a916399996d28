import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Measures the product under load with very many persons in its database, each page beside the least SQL that could give the
 * same, sent bare to the same database in the same run. Started by {@code script/bench}.
 *
 * <p>Arguments: the program's jar, a data folder (filled if it is empty, used again if it is not), how many persons, how many
 * seconds each measurement takes.
 */
final class Bench {
    private static final int CLIENTS = 8;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var persons = Integer.parseInt(arguments[2]);
        var seconds = Duration.ofSeconds(Long.parseLong(arguments[3]));
        try (var program = Program.start(Path.of(arguments[0]), Path.of(arguments[1]), persons)) {
            System.out.printf("%nfirst page after %.1f s; %d clients, %s s each%n%n",
                    program.firstPage().toMillis() / 1e3, CLIENTS, seconds.toSeconds());
            for (var scenario : Scenarios.of(program)) {
                measure(scenario, seconds);
            }
            System.out.printf("%nresident besides PostgreSQL: %,d MiB%n", program.residentMiB());
        }
    }

    private static void measure(Scenario scenario, Duration seconds) throws Exception {
        var warmUp = seconds.dividedBy(2);
        var bare = Load.run(CLIENTS, warmUp, seconds, scenario.bare());
        var product = Load.run(CLIENTS, warmUp, seconds, scenario.product());
        System.out.printf("%s%n  product %s%n  bare    %s%n  ratio   %.2f%n", scenario.name(), product, bare,
                product.perSecond() / bare.perSecond());
    }
}
