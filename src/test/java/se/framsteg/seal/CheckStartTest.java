package se.framsteg.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.audit.Journal;
import se.framsteg.audit.Trace;
import se.framsteg.database.DataFolder;
import se.framsteg.database.EmbeddedPostgres;
import se.framsteg.shared.Id;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;

/** The program started with {@code --check-journal}, on the tests' database as on one of somebody's own. */
@FramstegTest
class CheckStartTest {
    @Autowired
    Sealing sealing;

    @Autowired
    Journal journal;

    @Autowired
    Asking asking;

    @Autowired
    OwnerSql owner;

    @Autowired
    EmbeddedPostgres database;

    @Autowired
    DataFolder folder;

    @Autowired
    TransactionTemplate transaction;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void somethingIsSealed() {
        transaction.executeWithoutResult(_ -> {
            asking.by(new Actor.Installation());
            journal.write(new Actor.Installation().who(), "CHECKED", Trace.of("thing", null, null));
        });
        sealing.run();
    }

    private int run(String... arguments) {
        var all = Stream.concat(Stream.of("--check-journal"), Arrays.stream(arguments));
        return CheckStart.run(all.toArray(String[]::new), new PrintStream(printed, true, UTF_8));
    }

    private int runOnTheDatabase(String... more) throws IOException {
        var login = database.application();
        var given = Stream.of(
                "--spring.datasource.url=" + login.url(),
                "--spring.datasource.username=" + login.user(),
                "--spring.datasource.password=" + login.password(),
                "--framsteg.journal.key=" + database.file("journal-key").read().orElseThrow());
        return run(Stream.concat(given, Arrays.stream(more)).toArray(String[]::new));
    }

    private String output() {
        return printed.toString(UTF_8);
    }

    @Test
    void whatHoldsIsToldInBothLanguagesAndEndsWithZero() throws IOException {
        assertThat(runOnTheDatabase()).isZero();
        assertThat(output())
                .contains("Loggen är som den var när den förseglades")
                .contains("The journal is as it was when it was sealed")
                .contains("Sista blocket som stämmer: ");
    }

    @Test
    void aRowThatWasChangedIsNamedAndEndsWithOne() throws IOException {
        var row = owner.sql("select max(id) from journal").query(Long.class).single();
        owner.sql("alter table journal disable trigger user").update();
        try {
            owner.sql("update journal set action = 'NOTHING' where id = ?")
                    .param(row)
                    .update();
            assertThat(runOnTheDatabase()).isOne();
        } finally {
            owner.sql("update journal set action = 'CHECKED' where id = ?")
                    .param(row)
                    .update();
            owner.sql("alter table journal enable trigger user").update();
        }
        assertThat(output()).contains("Rad " + row + " i loggen har ändrats", "Row " + row + " of the journal");
        assertThat(runOnTheDatabase()).isZero();
    }

    @Test
    void withAnotherKeyNothingHolds() throws IOException {
        assertThat(runOnTheDatabase("--framsteg.journal.key=" + Id.next() + Id.next()))
                .isOne();
        assertThat(output()).contains("another key");
    }

    @Test
    void aSealThatWasWrittenDownIsAskedFor() throws IOException {
        assertThat(runOnTheDatabase("--last-seal=999999-0123456789abcdef")).isOne();
        assertThat(output()).contains("finns inte i den");
        assertThat(runOnTheDatabase("--last-seal=nothing")).isOne();
        assertThat(output()).contains("--last-seal=57-");
    }

    @Test
    void aChainThatIsShorterThanWhatTheDataFolderKeepsOfItIsToldPlainly(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("journal-last-seal"), "999999-0123456789abcdef");
        assertThat(runOnTheDatabase("--framsteg.data-dir=" + data)).isOne();
        assertThat(output())
                .contains("Databasens kedja är kortare än den har varit: block 999999")
                .contains("The database’s chain is shorter than it has been: block 999999")
                .contains("Jämfört med det som är antecknat utanför databasen: 999999-0123456789abcdef");
    }

    @Test
    void aChainThatWasMadeAnewIsToldApartFromOneThatWasCutOff(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("journal-last-seal"), "1-0123456789abcdef");
        assertThat(runOnTheDatabase("--framsteg.data-dir=" + data)).isOne();
        assertThat(output()).contains("Block 1 i databasen är ett annat än det som antecknades");
    }

    @Test
    void besideARunningProgramItSaysWhereTheCheckIsMadeInstead() {
        assertThat(run("--framsteg.data-dir=" + folder.path())).isOne();
        assertThat(output()).contains("Inställningar, Loggens sigill", "is already in use by process");
    }

    @Test
    void whereThereIsNoDatabaseNoneIsMade(@TempDir Path empty) {
        assertThat(run("--framsteg.data-dir=" + empty.resolve("data"))).isOne();
        assertThat(output()).contains("Det finns ingen databas i");
        assertThat(empty).isEmptyDirectory();
    }
}
