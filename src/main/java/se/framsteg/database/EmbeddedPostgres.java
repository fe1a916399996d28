package se.framsteg.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A PostgreSQL of our own in a data folder, from {@link #start} to {@link #close}. It listens on this machine only, on a
 * port that is free at the time, and mends whatever an interrupted start, a killed application or a killed server left.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /**
     * What one needs to connect.
     *
     * @param url where, for JDBC
     * @param user as whom
     * @param password never logged: {@link #toString()} leaves it out
     */
    public record Login(String url, String user, String password) {
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    private final Path folder;
    private final FolderLock lock;
    private final ServerProcess server;
    private final Login owner;
    private final Login application;

    private EmbeddedPostgres(Path folder, FolderLock lock, ServerProcess server, Login owner, Login application) {
        this.folder = folder;
        this.lock = lock;
        this.server = server;
        this.owner = owner;
        this.application = application;
    }

    /**
     * Starts the database; the first time it makes it, which takes some seconds.
     *
     * @throws DatabaseUnavailable if the folder is in use or unusable, or PostgreSQL cannot run here
     */
    public static EmbeddedPostgres start(DataFolder dataFolder) {
        var folder = dataFolder.prepare();
        var lock = FolderLock.take(folder);
        try {
            return start(folder, lock);
        } catch (IOException e) {
            lock.close();
            throw DatabaseUnavailable.unusableFolder(folder, e);
        } catch (SQLException e) {
            lock.close();
            throw new DatabaseUnavailable(
                    "The PostgreSQL in %s runs, but its roles could not be set up: %s"
                            .formatted(folder, e.getMessage()),
                    "If the passwords beside it are not its own, put back those that belong to it.",
                    e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Path folder, FolderLock lock) throws IOException, SQLException {
        WholeFolder.removeUnfinished(folder);
        var commands = PostgresCommands.of(PostgresBinaries.in(folder));
        var passwords = new Passwords(folder);
        var server = ServerProcess.start(Cluster.in(folder, commands, passwords), commands);
        try {
            var serverUrl = "jdbc:postgresql://127.0.0.1:%d/".formatted(server.port());
            new DatabaseRoles(passwords).setUp(serverUrl);
            // Nothing leaves the machine, so encryption would only cost a round trip for each connection.
            var url = serverUrl + DatabaseRoles.DATABASE + "?sslmode=disable";
            return new EmbeddedPostgres(
                    folder,
                    lock,
                    server,
                    new Login(url, DatabaseRoles.OWNER, passwords.of(DatabaseRoles.OWNER)),
                    new Login(url, DatabaseRoles.APPLICATION, passwords.of(DatabaseRoles.APPLICATION)));
        } catch (IOException | SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** For migrations: owns the database and all that is in it. */
    public Login owner() {
        return owner;
    }

    /** For the application: owns nothing, and may do what a migration grants {@code framsteg_app}. */
    public Login application() {
        return application;
    }

    /** A small text that is kept beside the database, in the same folder. */
    public InstallationFile file(String name) {
        return new InstallationFile(folder.resolve(name));
    }

    /** Lets running transactions go, writes everything to the disk, ends the server and gives up the folder. */
    @Override
    public void close() {
        try {
            server.close();
        } finally {
            lock.close();
        }
    }
}
