package se.framsteg.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier start left behind in a {@link Cluster}: a server that outlived its application, or workers that outlived
 * their server. Two servers on the same files would destroy them, so the new one waits until nothing works there.
 */
final class LeftoverServer {

    private static final Logger log = LoggerFactory.getLogger(LeftoverServer.class);
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final PostgresCommands commands;

    LeftoverServer(Cluster cluster, PostgresCommands commands) {
        this.cluster = cluster;
        this.commands = commands;
    }

    /** Stops what is left, gently and then firmly, and clears away a note about a process that is none of ours. */
    void clear() throws IOException {
        if (!isGone()) {
            log.info("Stopping a PostgreSQL that an earlier start left running in {}", cluster.folder());
            stop();
        }
        removeMisleadingNote();
    }

    private void stop() throws IOException {
        var main = notedProcess().filter(this::worksHere);
        if (main.isPresent()) {
            signal("INT", List.of(main.get()));
            if (Patience.await(TIME_TO_FINISH, this::isGone)) {
                return;
            }
        }
        signal("QUIT", workingHere());
        if (!Patience.await(TIME_TO_FINISH, this::isGone)) {
            throw new DatabaseUnavailable(
                    "An earlier PostgreSQL still runs in %s and does not stop.".formatted(cluster.folder()),
                    "End its processes %s, then start again."
                            .formatted(workingHere().stream()
                                    .map(ProcessHandle::pid)
                                    .toList()));
        }
    }

    private boolean isGone() {
        return workingHere().isEmpty();
    }

    /** Every process of PostgreSQL stands in its data directory, whatever it calls itself. */
    private List<ProcessHandle> workingHere() {
        return ProcessHandle.allProcesses().filter(this::worksHere).toList();
    }

    private boolean worksHere(ProcessHandle process) {
        var proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            var program = Files.readSymbolicLink(proc.resolve("exe")).getFileName();
            return program != null
                    // the system adds " (deleted)" when the file has been replaced since
                    && program.toString().split(" ")[0].equals("postgres")
                    && Files.readSymbolicLink(proc.resolve("cwd")).equals(cluster.folder());
        } catch (IOException e) {
            // gone meanwhile, or another user's
            return false;
        }
    }

    private void signal(String signal, List<ProcessHandle> processes) throws IOException {
        for (var process : processes) {
            try {
                commands.signal(signal, process);
            } catch (DatabaseUnavailable e) {
                if (worksHere(process)) {
                    throw e;
                }
            }
        }
    }

    private Optional<ProcessHandle> notedProcess() throws IOException {
        if (Files.notExists(cluster.note())) {
            return Optional.empty();
        }
        return Files.readAllLines(cluster.note()).stream()
                .findFirst()
                .map(String::strip)
                .filter(pid -> pid.matches("\\d+"))
                .map(Long::valueOf)
                .flatMap(ProcessHandle::of);
    }

    /**
     * PostgreSQL knows by itself that a note about a dead process is stale. If the number has gone to another program it
     * would refuse to start, so that note, and no other, is removed.
     */
    private void removeMisleadingNote() throws IOException {
        if (notedProcess().isPresent()) {
            Files.delete(cluster.note());
        }
    }
}
