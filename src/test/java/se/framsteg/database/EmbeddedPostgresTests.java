package se.framsteg.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running database of our own is like. */
class EmbeddedPostgresTests {

    @TempDir
    static Path folder;

    static EmbeddedPostgres database;

    @BeforeAll
    static void start() {
        database = EmbeddedPostgres.start(new DataFolder(folder.resolve("data").toString()));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void onlyTheOwnerMayReadTheFolderAndThePasswords() throws IOException {
        assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
        try (var files = Files.list(folder.resolve("data"))) {
            var passwords = files.filter(file -> file.getFileName().toString().contains("password"))
                    .toList();
            assertThat(passwords)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void eachRoleHasAPasswordOfItsOwn() throws IOException {
        var passwords = new Passwords(folder.resolve("data"));
        assertThat(Stream.of(passwords.of("postgres"), passwords.of("framsteg_owner"), passwords.of("framsteg_app")))
                .doesNotHaveDuplicates()
                .allSatisfy(password -> assertThat(password).hasSizeGreaterThan(40));
    }

    @Test
    void aWrongPasswordOrNoneIsRefusedForEveryRole() {
        for (String role : List.of("postgres", "framsteg_owner", "framsteg_app")) {
            var url = database.application().url();
            assertThatThrownBy(() -> Sql.execute(new EmbeddedPostgres.Login(url, role, "guess"), "SELECT 1"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> Sql.execute(new EmbeddedPostgres.Login(url, role, ""), "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void listensOnThisMachineOnly() throws Exception {
        assertThat(listeningAddresses(port(database))).containsExactly("0100007F");
        assertThat(Files.readString(Path.of("/proc/net/unix"))).doesNotContain(".s.PGSQL." + port(database));
    }

    @Test
    void anInterruptFromTheTerminalReachesTheApplicationAlone() throws Exception {
        var note = Files.readAllLines(folder.resolve("data/postgresql/postmaster.pid"));
        var stat = Files.readString(Path.of("/proc", note.getFirst().strip(), "stat"));
        var processGroup = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[2];
        assertThat(processGroup).isEqualTo(note.getFirst().strip());
    }

    @Test
    void theOwnerOwnsTheDatabaseAndIsNoSuperuser() throws Exception {
        var owner = database.owner();
        assertThat(Sql.value(owner, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'framsteg'"))
                .isEqualTo("framsteg_owner");
        assertThat(Sql.value(
                        owner,
                        "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'framsteg%' AND NOT rolsuper AND NOT"
                                + " rolbypassrls"))
                .isEqualTo("2");
    }

    @Test
    void theApplicationCanNeitherMakeTablesNorReadWhatItWasNotGranted() throws Exception {
        Sql.execute(
                database.owner(),
                "CREATE TABLE secret (word text)",
                "CREATE TABLE open (word text)",
                "GRANT SELECT ON open TO framsteg_app");

        assertThat(Sql.column(database.application(), "SELECT word FROM open")).isEmpty();
        for (String forbidden : List.of(
                "SELECT word FROM secret",
                "INSERT INTO open VALUES ('x')",
                "CREATE TABLE mine (word text)",
                "CREATE TEMPORARY TABLE mine (word text)",
                "CREATE SCHEMA mine",
                "SET ROLE framsteg_owner")) {
            assertThatThrownBy(() -> Sql.execute(database.application(), forbidden))
                    .as(forbidden)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theApplicationCanEnterNoOtherDatabase() {
        var elsewhere = database.application().url().replace("/framsteg?", "/postgres?");
        var login = new EmbeddedPostgres.Login(
                elsewhere, "framsteg_app", database.application().password());
        assertThatThrownBy(() -> Sql.execute(login, "SELECT 1")).hasMessageContaining("permission denied");
    }

    @Test
    void sortsAsSwedesDo() throws Exception {
        assertThat(Sql.column(
                        database.application(),
                        "SELECT name FROM unnest(ARRAY['Ö','z','Ä','å','a','É']) name ORDER BY name"))
                .containsExactly("a", "É", "z", "å", "Ä", "Ö");
    }

    @Test
    void keepsWhatItAcknowledgedAndNoticesRot() throws Exception {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(Sql.value(database.application(), "SHOW " + setting))
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    @Test
    void nothingThatPeopleToldUsReachesTheLog() throws Exception {
        var person = "19121212-1212";
        Sql.execute(database.owner(), "CREATE TABLE person (number text PRIMARY KEY)");
        for (String failing : List.of(
                "SELECT '%s'::int".formatted(person),
                "INSERT INTO person VALUES ('%1$s'), ('%1$s')".formatted(person),
                "DO $$ BEGIN RAISE WARNING '%1$s'; RAISE EXCEPTION '%1$s'; END $$".formatted(person))) {
            assertThatThrownBy(() -> Sql.execute(database.owner(), failing)).hasMessageContaining(person);
        }
        assertThat(everythingLogged()).contains("ready to accept connections").doesNotContain(person);
    }

    @Test
    void aPasswordIsNotPrintedByAccident() {
        assertThat(database.owner().toString()).doesNotContain(database.owner().password());
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String everythingLogged() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.newDirectoryStream(folder.resolve("data/log"))) {
            for (Path file : files) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    static int port(EmbeddedPostgres database) {
        return URI.create(database.application().url().substring("jdbc:".length()))
                .getPort();
    }

    /** Local addresses, as the kernel writes them, of the sockets that listen on the port. */
    private static List<String> listeningAddresses(int port) throws IOException {
        var end = ":%04X".formatted(port);
        return Stream.concat(
                        Files.readAllLines(Path.of("/proc/net/tcp")).stream(),
                        Files.readAllLines(Path.of("/proc/net/tcp6")).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns[3].equals("0A") && columns[1].endsWith(end))
                .map(columns -> columns[1].substring(0, columns[1].indexOf(':')))
                .toList();
    }
}
