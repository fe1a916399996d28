package se.framsteg.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A second program on a data folder, so that the tests can kill it. */
final class OtherProgram implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;

    private OtherProgram(Process process) {
        this.process = process;
    }

    /** Its life: start the database, say so, and stay until killed. Refused, it says the reason. */
    static void main(String[] arguments) throws IOException {
        try {
            var unused = EmbeddedPostgres.start(new DataFolder(arguments[0]));
            System.out.println(READY);
            var end = System.in.read();
            System.exit(end);
        } catch (DatabaseUnavailable e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    static OtherProgram on(Path dataFolder) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-Dlogging.level.root=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProgram.class.getName(),
                dataFolder.toString());
        return new OtherProgram(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    long pid() {
        return process.pid();
    }

    boolean isReady() throws IOException {
        return firstWords().equals(READY);
    }

    /** The first line it prints without a logger's time in front. */
    String firstWords() throws IOException {
        try (var output = process.inputReader()) {
            return output.lines()
                    .filter(line -> !line.matches("\\d\\d.*"))
                    .findFirst()
                    .orElse("");
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
