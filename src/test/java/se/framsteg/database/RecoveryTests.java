package se.framsteg.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed, the next start, or the running one, mends it. */
class RecoveryTests {

    // One installation for all: each test leaves a stopped database, whatever it did to it.
    @TempDir
    static Path shared;

    @TempDir
    Path fresh;

    @Test
    void dataOutlivesARestart() throws Exception {
        try (var database = start(shared)) {
            Sql.execute(database.owner(), "CREATE TABLE kept AS SELECT 'this' AS word");
        }
        assertThat(shared.resolve("postgresql/postmaster.pid")).doesNotExist();
        try (var database = start(shared)) {
            assertThat(Sql.column(database.owner(), "SELECT word FROM kept")).containsExactly("this");
        }
    }

    @Test
    void afterTheApplicationWasKilledTheOrphanedServerIsReplaced() throws Exception {
        try (var killed = OtherProgram.on(shared)) {
            assertThat(killed.isReady()).isTrue();
            var orphan = server(shared);
            var abandoned = abandonedTable("orphaned");

            killed.kill();
            assertThat(orphan.isAlive()).isTrue();

            try (var database = start(shared)) {
                assertThat(server(shared).pid()).isNotEqualTo(orphan.pid());
                assertThat(Sql.column(database.owner(), "SELECT word FROM " + abandoned))
                        .containsExactly("this");
            }
        }
    }

    @Test
    void aNoteWhoseNumberWentToAnotherProgramIsNoHindrance() throws Exception {
        start(shared).close();
        var stranger = new ProcessBuilder("cat").start();
        try {
            writeNote(stranger.pid());
            start(shared).close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void aNoteAboutADeadProcessIsNoHindrance() throws Exception {
        start(shared).close();
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        writeNote(gone.pid());
        start(shared).close();
    }

    @Test
    void aKilledServerComesBackWhereItWas() throws Exception {
        try (var database = start(shared)) {
            Sql.execute(database.owner(), "CREATE TABLE survived AS SELECT 'this' AS word");
            for (int i = 0; i < 2; i++) {
                var busy = Sql.connect(database.application());
                var killed = server(shared);
                killed.destroyForcibly();
                await().atMost(30, SECONDS).until(() -> !killed.isAlive());

                await().atMost(60, SECONDS)
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(Sql.column(database.owner(), "SELECT word FROM survived"))
                                .containsExactly("this"));
                assertThat(busy.isValid(5)).isFalse();
            }
        }
        assertThat(shared.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void anInstallationThatWasKilledHalfWayIsMadeAgain() throws Exception {
        try (var killed = OtherProgram.on(fresh)) {
            await().atMost(60, SECONDS).until(() -> aDraftHolds("postgresql.conf"));
            killed.kill();
        }
        assertThat(fresh.resolve("postgresql")).doesNotExist();
        try (var database = start(fresh)) {
            assertThat(Sql.value(database.application(), "SELECT 1")).isEqualTo("1");
            assertThat(fresh.toFile().list()).noneMatch(name -> name.startsWith(".unfinished"));
        }
    }

    @Test
    void aLostPasswordOfTheApplicationIsReplaced() throws Exception {
        start(shared).close();
        Files.delete(shared.resolve("database-password-framsteg_app"));
        try (var database = start(shared)) {
            assertThat(Sql.value(database.application(), "SELECT current_user")).isEqualTo("framsteg_app");
        }
    }

    @Test
    void programsOfAnotherVersionMakeWayForOurs() throws Exception {
        start(shared).close();
        var old = Files.createDirectories(shared.resolve("postgresql-18-older/bin"));
        start(shared).close();
        assertThat(old.getParent()).doesNotExist();
    }

    @Test
    void aSecondProgramOnTheFolderIsRefusedByName() throws Exception {
        try (var database = start(shared)) {
            var refusal = "The data folder %s is already in use by process %d."
                    .formatted(shared.toRealPath(), ProcessHandle.current().pid());

            assertThatThrownBy(() -> start(shared))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessage(refusal);
            // The refusal above must not have cost us the lock.
            try (var second = OtherProgram.on(shared)) {
                assertThat(second.firstWords()).isEqualTo(refusal);
            }
            assertThat(Sql.value(database.application(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void dataWithoutItsPasswordIsRefusedInWords() throws Exception {
        start(shared).close();
        var file = shared.resolve("database-password-postgres");
        var password = Files.readAllBytes(file);
        Files.delete(file);

        assertThatThrownBy(() -> start(shared)).hasMessageContaining("database-password-postgres is not");
        assertThat(file).doesNotExist();

        Files.write(file, password);
        start(shared).close();
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedInWords() throws Exception {
        refusesWhileSpoiled("postgresql/PG_VERSION", "17\n", "written by PostgreSQL 17");
    }

    @Test
    void dataThatCannotBeStartedIsRefusedInWords() throws Exception {
        refusesWhileSpoiled("postgresql/global/pg_control", "spoiled", "did not start");
    }

    /** After the refusal the folder is free again, and starts when the file is mended. */
    private static void refusesWhileSpoiled(String file, String contents, String words) throws IOException {
        start(shared).close();
        var intact = Files.readAllBytes(shared.resolve(file));
        Files.writeString(shared.resolve(file), contents);

        assertThatThrownBy(() -> start(shared)).hasMessageContaining(words);

        Files.write(shared.resolve(file), intact);
        start(shared).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedInWords() throws Exception {
        var file = Files.createFile(fresh.resolve("file"));
        assertThatThrownBy(() -> start(file.resolve("data")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("The data folder " + file.resolve("data") + " cannot be used");
    }

    @Test
    void anOpenFolderWithTheFilesOfOthersIsLeftAlone() throws Exception {
        Files.createFile(fresh.resolve("someone's letter"));
        var open = PosixFilePermissions.fromString("rwxr-xr-x");
        Files.setPosixFilePermissions(fresh, open);
        assertThatThrownBy(() -> start(fresh)).hasMessageContaining("holds files that are not Framsteg's");
        assertThat(Files.getPosixFilePermissions(fresh)).isEqualTo(open);
        assertThat(fresh.toFile().list()).containsExactly("someone's letter");
    }

    private static EmbeddedPostgres start(Path folder) {
        return EmbeddedPostgres.start(new DataFolder(folder.toString()));
    }

    private static ProcessHandle server(Path folder) throws IOException {
        var note = Files.readAllLines(folder.resolve("postgresql/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(note.getFirst())).orElseThrow();
    }

    /** A table written through the server of another program. */
    private static String abandonedTable(String name) throws Exception {
        var port =
                Files.readAllLines(shared.resolve("postgresql/postmaster.pid")).get(3);
        var password = new Passwords(shared).of("framsteg_owner");
        Sql.execute(
                new EmbeddedPostgres.Login(
                        "jdbc:postgresql://127.0.0.1:" + port + "/framsteg", "framsteg_owner", password),
                "CREATE TABLE " + name + " AS SELECT 'this' AS word");
        return name;
    }

    private static void writeNote(long pid) throws IOException {
        var cluster = shared.resolve("postgresql").toRealPath();
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                "%d%n%s%n1700000000%n5432%n%n127.0.0.1%n0 0%nready%n".formatted(pid, cluster));
    }

    private boolean aDraftHolds(String file) throws IOException {
        try (var drafts = Files.newDirectoryStream(fresh, ".unfinished-*")) {
            for (Path draft : drafts) {
                if (Files.exists(draft.resolve(file))) {
                    return true;
                }
            }
            return false;
        }
    }
}
