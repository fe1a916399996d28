package se.framsteg.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the PostgreSQL programs as a user they agree to run as. */
final class PostgresCommands {

    /**
     * PostgreSQL refuses to be root. A user namespace of its own makes it "nobody" in its own eyes, while the files stay
     * root's; changing to another user instead would need that user to reach the data folder, often under {@code /root}.
     * Root may always make such a namespace, except in containers that forbid it.
     */
    private static final List<String> NOT_AS_ROOT = List.of("unshare", "--user");

    /** Ctrl-C in a terminal goes to every process there, and would stop the database before the application is done. */
    private static final String OUT_OF_THE_TERMINAL = "setsid";

    private final PostgresBinaries binaries;
    private final List<String> prefix;

    private PostgresCommands(PostgresBinaries binaries, List<String> prefix) {
        this.binaries = binaries;
        this.prefix = prefix;
    }

    static PostgresCommands of(PostgresBinaries binaries) throws IOException {
        if (!isRoot()) {
            return new PostgresCommands(binaries, List.of());
        }
        if (!succeeds(NOT_AS_ROOT, "true")) {
            throw new DatabaseUnavailable(
                    "PostgreSQL will not run as root, and this machine does not let root set up a user namespace for"
                            + " it.",
                    "Start Framsteg as an ordinary user.");
        }
        return new PostgresCommands(binaries, NOT_AS_ROOT);
    }

    /** Runs a program to its end. */
    void run(String program, String... arguments) throws IOException {
        var process =
                builder(List.of(), program, arguments).redirectErrorStream(true).start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (Patience.exitCode(process) != 0) {
            throw new DatabaseUnavailable(
                    "PostgreSQL's %s failed: %s".formatted(program, words.strip()),
                    "Mend what it names and start Framsteg again; nothing needs to be removed first.");
        }
    }

    /** Sends a process of PostgreSQL a signal that Java has no word for. */
    void signal(String name, ProcessHandle process) throws IOException {
        run("pg_ctl", "kill", name, Long.toString(process.pid()));
    }

    /** Starts the server, which is then a child of this process whose number is the server's own. */
    Process startServer(Path outputFile, String... arguments) throws IOException {
        return builder(List.of(OUT_OF_THE_TERMINAL), "postgres", arguments)
                .redirectErrorStream(true)
                .redirectOutput(outputFile.toFile())
                .start();
    }

    private ProcessBuilder builder(List<String> wrapper, String program, String... arguments) {
        var command = new ArrayList<>(wrapper);
        command.addAll(prefix);
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        // Nothing of ours is PostgreSQL's business: not the secrets in the environment, nor a PGDATA or PGPORT.
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        return builder;
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean succeeds(List<String> prefix, String program) {
        var command = new ArrayList<>(prefix);
        command.add(program);
        try {
            return Patience.exitCode(new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start())
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
