package se.framsteg.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server. Should it die while the application lives, it is started again where the application looks for it. */
final class ServerProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);

    // After a crash the server first repeats what it had promised, which takes its time.
    private static final Duration TIME_TO_START = Duration.ofMinutes(10);
    private static final Duration TIME_TO_STOP = Duration.ofMinutes(1);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);
    private static final int PORTS_TO_TRY = 3;
    private static final Executor BACKGROUND = Thread::startVirtualThread;

    private final Cluster cluster;
    private final PostgresCommands commands;
    private final int port;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean closing;
    private @Nullable Process process;

    private ServerProcess(Cluster cluster, PostgresCommands commands, int port) {
        this.cluster = cluster;
        this.commands = commands;
        this.port = port;
    }

    /** Starts the server and waits until it takes connections. */
    static ServerProcess start(Cluster cluster, PostgresCommands commands) throws IOException {
        for (int attempt = 1; ; attempt++) {
            var server = new ServerProcess(cluster, commands, freePort());
            try {
                server.launch();
                return server;
            } catch (DatabaseUnavailable e) {
                // Another program may have taken the port between our look and the server's.
                if (attempt == PORTS_TO_TRY) {
                    throw e;
                }
            }
        }
    }

    int port() {
        return port;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void launch() throws IOException {
        new LeftoverServer(cluster, commands).clear();
        Files.createDirectories(cluster.logFolder(), OwnerOnly.FOLDER);
        var started = commands.startServer(
                cluster.logFolder().resolve("postgresql-start.log"),
                "-D",
                cluster.folder().toString(),
                "-p",
                Integer.toString(port));
        awaitReady(started);
        process = started;
        var unused = started.onExit().thenAcceptAsync(this::revive, BACKGROUND);
    }

    private void awaitReady(Process started) {
        Patience.await(TIME_TO_START, () -> closing || !started.isAlive() || isReady(started));
        if (!isReady(started)) {
            started.destroyForcibly();
            throw new DatabaseUnavailable(
                    "PostgreSQL did not start on the data in %s.".formatted(cluster.folder()),
                    "It says why in the newest file in %s.".formatted(cluster.logFolder()));
        }
    }

    // The server writes its number, and how it is doing, into this file.
    private boolean isReady(Process started) {
        try {
            var lines = Files.readAllLines(cluster.note());
            return lines.size() > 7
                    && lines.getFirst().strip().equals(Long.toString(started.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    private void revive(Process ended) {
        boolean revived = closing;
        if (!revived) {
            log.warn("PostgreSQL ended with code {}; starting it again on port {}", ended.exitValue(), port);
        }
        while (!revived) {
            revived = tryAgain();
        }
    }

    private boolean tryAgain() {
        turn.lock();
        try {
            if (!closing) {
                launch();
                log.info("PostgreSQL is back on port {}", port);
            }
            return true;
        } catch (IOException | DatabaseUnavailable e) {
            log.warn("PostgreSQL could not be started again yet: {}", e.getMessage());
        } finally {
            turn.unlock();
        }
        Patience.pause(BETWEEN_ATTEMPTS);
        return false;
    }

    /** Stops the server so that nothing is left to repair: first politely, then by force. */
    @Override
    public void close() {
        closing = true;
        turn.lock();
        try {
            if (process != null) {
                stop(process);
            }
        } finally {
            turn.unlock();
        }
    }

    private void stop(Process running) {
        for (String signal : new String[] {"INT", "QUIT"}) {
            try {
                commands.signal(signal, running.toHandle());
            } catch (IOException | DatabaseUnavailable e) {
                log.debug("PostgreSQL had ended before it was asked to", e);
            }
            if (Patience.await(TIME_TO_STOP, () -> !running.isAlive())) {
                return;
            }
        }
        running.destroyForcibly();
    }
}
