package se.framsteg.program;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The built program, run as people run it: {@code java -jar target/framsteg.jar} with settings in the environment. */
final class Program implements AutoCloseable {
    private static final Path JAR = Path.of("target/framsteg.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(600);

    private final int port = freePort();
    private final Path output;
    private final Process process;

    private Program(Path folder, Map<String, String> settings) {
        try {
            output = Files.createTempFile(folder, "output", ".txt");
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            JAR.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("FRAMSTEG_") || name.startsWith("SPRING_"));
            builder.environment().put("SERVER_PORT", Integer.toString(port));
            builder.environment().putAll(settings);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it in a folder, where its data folder then is {@code data}, and waits until it answers. */
    static Program start(Path folder, Map<String, String> settings) {
        var program = launch(folder, settings);
        await("health").atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(program::answers);
        return program;
    }

    /** Starts it and waits for nothing. */
    static Program launch(Path folder, Map<String, String> settings) {
        return new Program(folder, new HashMap<>(settings));
    }

    private boolean answers() {
        assertThat(process.isAlive()).as("the program has ended:\n%s", output()).isTrue();
        try {
            return get("/actuator/health").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    HttpResponse<String> get(String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the output holds this text. */
    void awaitOutput(String text) {
        await(text).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> output().contains(text));
    }

    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), SECONDS))
                .as("still running")
                .isTrue();
        return process.exitValue();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    /** {@code kill -9} of the embedded PostgreSQL. */
    static void killDatabase(Path folder) {
        ProcessHandle.of(Long.parseLong(postmaster(folder)[0])).orElseThrow().destroyForcibly();
    }

    /** A connection of the tables’ owner, whom no policy holds back, to the embedded PostgreSQL in this folder. */
    static Connection database(Path folder) throws SQLException, IOException {
        var password = Files.readString(folder.resolve("data/database-password-framsteg_owner"))
                .strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster(folder)[3] + "/framsteg", "framsteg_owner", password);
    }

    private static String[] postmaster(Path folder) {
        try {
            return Files.readString(folder.resolve("data/postgresql/postmaster.pid"))
                    .split("\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
