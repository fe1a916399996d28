import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many clients that each do their work over and over, the next as soon as the last is done. */
final class Load {
    /** One piece of work of one client. */
    interface Work {
        void once() throws Exception;
    }

    interface Client {
        Work prepare(int number) throws Exception;
    }

    /**
     * What was measured.
     *
     * @param perSecond pieces of work done by all clients together
     * @param p50 milliseconds that half of them took at most
     * @param p95 milliseconds that 95 in a hundred of them took at most
     * @param program milliseconds of processor time that the program spent on each: the least disturbed by what else runs
     * @param postgresql the same of PostgreSQL
     */
    record Figures(double perSecond, double p50, double p95, double program, double postgresql) {}

    private Load() {}

    /** Warms up as long as it measures. */
    static Figures run(Program program, int clients, Duration measured, Client client) throws Exception {
        var works = new ArrayList<Work>();
        for (int i = 0; i < clients; i++) {
            works.add(client.prepare(i));
        }
        spend(works, measured);
        var before = program.processor();
        var sorted = spend(works, measured);
        var after = program.processor();
        return new Figures(
                sorted.length / (measured.toNanos() / 1e9),
                at(sorted, 0.50),
                at(sorted, 0.95),
                each(after.program().minus(before.program()), sorted.length),
                each(after.postgresql().minus(before.postgresql()), sorted.length));
    }

    private static long[] spend(List<Work> works, Duration time) throws Exception {
        var until = System.nanoTime() + time.toNanos();
        var taken = new ArrayList<Future<long[]>>();
        try (var threads = Executors.newFixedThreadPool(works.size())) {
            works.forEach(work -> taken.add(threads.submit(() -> repeat(work, until))));
        }
        var all = new ArrayList<long[]>();
        for (var one : taken) {
            all.add(one.get());
        }
        return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private static long[] repeat(Work work, long until) throws Exception {
        var taken = new ArrayList<Long>();
        while (System.nanoTime() < until) {
            var from = System.nanoTime();
            work.once();
            taken.add(System.nanoTime() - from);
        }
        return taken.stream().mapToLong(Long::longValue).toArray();
    }

    private static double each(Duration whole, int pieces) {
        return whole.toNanos() / 1e6 / pieces;
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
