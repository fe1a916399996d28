package se.framsteg.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The files of the database, which PostgreSQL calls a cluster.
 *
 * @param folder the data directory of PostgreSQL
 */
record Cluster(Path folder) {

    static final String FOLDER = "postgresql";

    private static final List<String> CONFIGURATION = List.of("postgresql.conf", "pg_hba.conf");

    /** Makes the files on the first start, and gives the ones that are there this version's configuration. */
    static Cluster in(Path dataFolder, PostgresCommands commands, Passwords passwords) throws IOException {
        var folder = dataFolder.resolve(FOLDER);
        if (Files.notExists(folder)) {
            passwords.of(DatabaseRoles.SUPERUSER);
            var passwordFile = passwords.file(DatabaseRoles.SUPERUSER);
            WholeFolder.make(folder, draft -> initialise(draft, commands, passwordFile));
        }
        var cluster = new Cluster(folder.toRealPath());
        cluster.refuseOtherVersions();
        cluster.refuseWithoutPassword(passwords);
        cluster.configure();
        return cluster;
    }

    /** Where the running server notes its number and how it is doing. */
    Path note() {
        return folder.resolve("postmaster.pid");
    }

    Path logFolder() {
        return folder.resolveSibling("log");
    }

    private static void initialise(Path folder, PostgresCommands commands, Path passwordFile) throws IOException {
        commands.run(
                "initdb",
                "--pgdata=" + folder,
                "--username=" + DatabaseRoles.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                // å, ä, ö last and in this order, without a word about it in each query
                "--locale-provider=icu",
                "--icu-locale=sv-SE",
                "--no-instructions");
    }

    private void refuseOtherVersions() throws IOException {
        var version = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!version.equals(PostgresBinaries.MAJOR_VERSION)) {
            throw new DatabaseUnavailable(
                    "The data in %s was written by PostgreSQL %s; this Framsteg comes with PostgreSQL %s."
                            .formatted(folder, version, PostgresBinaries.MAJOR_VERSION),
                    "Start the Framsteg that wrote it, and move the data with pg_dump and pg_restore.");
        }
    }

    private void refuseWithoutPassword(Passwords passwords) {
        var file = passwords.file(DatabaseRoles.SUPERUSER);
        if (Files.notExists(file)) {
            throw new DatabaseUnavailable(
                    "The data in %s is there, but its password file %s is not.".formatted(folder, file),
                    "Put the file back from the copy that the data came from.");
        }
    }

    /** Ours replaces what is there: an operator's own settings belong in {@code postgresql.auto.conf}, read after it. */
    private void configure() throws IOException {
        for (String name : CONFIGURATION) {
            var draft = folder.resolve(name + ".new");
            try (var settings = Cluster.class.getResourceAsStream(name)) {
                if (settings == null) {
                    throw new IOException("The application was built without " + name);
                }
                Files.copy(settings, draft, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
