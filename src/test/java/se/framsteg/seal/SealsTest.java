package se.framsteg.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.audit.Journal;
import se.framsteg.audit.Trace;
import se.framsteg.audit.Who;
import se.framsteg.database.DataFolder;
import se.framsteg.database.EmbeddedPostgres;
import se.framsteg.shared.StaffId;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

@FramstegTest
class SealsTest {
    private static final Trace SOMETHING = Trace.of("thing", null, null);

    private final StaffId staff = StaffId.create();
    private final Who who = new Who(Who.Kind.STAFF, staff, null);

    @Autowired
    Sealing sealing;

    @Autowired
    JournalCheck check;

    @Autowired
    Journal journal;

    @Autowired
    Asking asking;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnerSql owner;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    World world;

    @LocalServerPort
    int port;

    @BeforeEach
    void allThatHasBeenWrittenIsSealed() {
        write("ONE");
        write("TWO");
        write("THREE");
        assertThat(sealing.run().obstacle()).isEmpty();
    }

    private void write(String action) {
        transaction.executeWithoutResult(_ -> {
            asking.by(new Actor.Installation());
            journal.write(who, action, SOMETHING);
        });
    }

    private JournalCheck.Result checked() {
        return check.check(Optional.empty());
    }

    private long row(String action) {
        return owner.sql("select id from journal where actor_id = ? and action = ?")
                .params(staff.value(), action)
                .query(Long.class)
                .single();
    }

    private long lastBlock() {
        return owner.sql("select max(number) from journal_seals")
                .query(Long.class)
                .single();
    }

    /** Does something to a table as its owner, whom no trigger stops, and puts it back after looking. */
    private void tampered(String table, String change, Runnable look) {
        owner.sql("create table kept as select * from " + table).update();
        owner.sql("alter table %s disable trigger user".formatted(table)).update();
        try {
            owner.sql(change).update();
            look.run();
        } finally {
            owner.sql("delete from " + table).update();
            owner.sql("insert into %s overriding system value select * from kept".formatted(table))
                    .update();
            owner.sql("alter table %s enable trigger user".formatted(table)).update();
            owner.sql("drop table kept").update();
        }
        assertThat(checked().broken()).isEmpty();
    }

    private void assertBroken(Broken.Kind kind, long block, Optional<Long> row) {
        assertThat(checked().broken()).contains(new Broken(kind, block, row));
    }

    @Test
    void whatHasBeenWrittenIsSealedOnceAndHolds() {
        var found = checked();
        assertThat(found.broken()).isEmpty();
        assertThat(found.waiting().rows()).isZero();
        assertThat(found.rows())
                .isEqualTo(owner.sql("select count(*) from journal")
                        .query(Long.class)
                        .single());
        assertThat(sealing.run().rows()).isZero();
    }

    @Test
    void aRowThatWaitsIsCountedWithItsAge() {
        write("LATER");
        var found = checked();
        assertThat(found.broken()).isEmpty();
        assertThat(found.waiting().rows()).isOne();
        assertThat(found.waiting().since()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action = 'SEEN'",
                "at = at + interval '1 microsecond'",
                "actor_id = null, actor_kind = 'SYSTEM'",
                "actor_organisation_id = gen_random_uuid()",
                "association_id = gen_random_uuid()",
                "subject_kind = ''",
                "subject_id = gen_random_uuid()",
                "case_id = gen_random_uuid()",
                "participant_id = gen_random_uuid()"
            })
    void aRowThatTheOwnerOfTheDatabaseChangesIsNamed(String change) {
        var row = row("TWO");
        tampered(
                "journal",
                "update journal set %s where id = %d".formatted(change, row),
                () -> assertBroken(Broken.Kind.ROW_CHANGED, lastBlock(), Optional.of(row)));
    }

    @Test
    void aRowThatIsTakenAwayIsNamed() {
        var row = row("THREE");
        tampered(
                "journal",
                "delete from journal where id = " + row,
                () -> assertBroken(Broken.Kind.ROW_GONE, lastBlock(), Optional.of(row)));
    }

    @Test
    void aRowThatIsSlippedInIsNamed() {
        // The id of a row that was never committed.
        transaction.executeWithoutResult(status -> {
            asking.by(new Actor.Installation());
            journal.write(who, "NEVER", SOMETHING);
            status.setRollbackOnly();
        });
        write("AFTER");
        sealing.run();
        var free = row("AFTER") - 1;
        tampered(
                "journal",
                "insert into journal (id, at, actor_kind, action, subject_kind) overriding system value"
                        + " values (%d, now(), 'SYSTEM', 'FORGED', 'thing')".formatted(free),
                () -> {
                    assertThat(sealing.run().rows()).isZero();
                    assertBroken(Broken.Kind.ROW_ADDED, lastBlock(), Optional.of(free));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hash = sha256('forged')",
                "sealed_at = sealed_at - interval '1 day'",
                "settled_to = settled_to - 1",
                "digests = set_byte(digests, 0, (get_byte(digests, 0) + 1) % 256)",
                "writers = '{1/1}'",
                "key_name = 'forged'"
            })
    void aSealThatIsChangedIsNoticedAndNothingMoreIsSealed(String change) {
        var last = lastBlock();
        write("AFTER");
        tampered("journal_seals", "update journal_seals set %s where number = %d".formatted(change, last), () -> {
            assertThat(checked().broken().orElseThrow().block()).isEqualTo(last);
            assertThat(sealing.run()).satisfies(outcome -> {
                assertThat(outcome.obstacle()).isPresent();
                assertThat(outcome.rows()).isZero();
            });
        });
    }

    @Test
    void aForgeryInTheLastBlockIsNotMadeGoodByANewSeal() {
        var row = row("TWO");
        write("AFTER");
        tampered("journal", "update journal set action = 'NOTHING' where id = " + row, () -> {
            assertThat(sealing.run().obstacle())
                    .contains(new Broken(Broken.Kind.ROW_CHANGED, lastBlock(), Optional.of(row)));
            assertThat(sealing.run().rows()).isZero();
        });
        assertThat(sealing.run().rows()).isOne();
    }

    @Test
    void aBlockInTheMiddleThatIsTakenAwayIsNamed() {
        var middle = lastBlock();
        write("AFTER");
        sealing.run();
        tampered(
                "journal_seals",
                "delete from journal_seals where number = " + middle,
                () -> assertBroken(Broken.Kind.SEAL_GONE, middle, Optional.empty()));
    }

    @Test
    void anEndThatIsCutOffIsNoticedAndNotMadeAnew() {
        var last = lastBlock();
        tampered("journal_seals", "delete from journal_seals where number = " + last, () -> {
            assertBroken(Broken.Kind.CUT_OFF, last, Optional.empty());
            assertThat(sealing.run().obstacle()).contains(new Broken(Broken.Kind.CUT_OFF, last, Optional.empty()));
        });
    }

    @Test
    void besideADatabaseThatIsSomewhereElseTheLastBlockIsKeptInTheDataFolder(@TempDir Path empty) throws Exception {
        var folder = new DataFolder(empty.resolve("data").toString());
        var noneEmbedded = new StaticListableBeanFactory().getBeanProvider(EmbeddedPostgres.class);
        var settings = new SealSettings(true, Duration.ofMinutes(5), "a key of somebody's own, long enough");
        var kept = new LastSeal(7, "0123456789abcdef");
        assertThat(new Safe(noneEmbedded, folder, settings).last()).isEmpty();
        new Safe(noneEmbedded, folder, settings).keep(kept);
        assertThat(new Safe(noneEmbedded, folder, settings).last()).contains(kept);
        assertThat(Files.getPosixFilePermissions(folder.path().resolve("journal-last-seal")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aLastSealThatSomebodyWroteDownIsCompared() {
        var shown = checked().last().flatMap(LastSeal::read);
        assertThat(shown).isPresent();
        write("AFTER");
        sealing.run();
        assertThat(check.check(shown).broken()).isEmpty();
        var ofAnother = new LastSeal(shown.get().number(), "0123456789abcdef");
        assertThat(check.check(Optional.of(ofAnother)).broken())
                .contains(new Broken(Broken.Kind.OTHER_CHAIN, shown.get().number(), Optional.empty()));
        var never = new LastSeal(lastBlock() + 5, "0123456789abcdef");
        assertThat(check.check(Optional.of(never)).broken())
                .contains(new Broken(Broken.Kind.CUT_OFF, lastBlock() + 5, Optional.empty()));
    }

    @Test
    void aRowThatIsCommittedAfterLaterOnesIsSealedOnceAndNotTakenForAForgery() throws Exception {
        var written = new CountDownLatch(1);
        var sealed = new CountDownLatch(1);
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = background.submit(() -> transaction.executeWithoutResult(_ -> {
                asking.by(new Actor.Installation());
                journal.write(who, "SLOW", SOMETHING);
                written.countDown();
                await(sealed);
            }));
            written.await();
            write("QUICK");
            assertThat(sealing.run().rows()).isOne();
            write("QUICK AGAIN");
            assertThat(sealing.run().rows()).isOne();
            sealed.countDown();
            slow.get();
        }
        assertThat(row("SLOW")).isLessThan(row("QUICK"));
        assertThat(checked()).satisfies(found -> {
            assertThat(found.broken()).isEmpty();
            assertThat(found.waiting().rows()).isOne();
        });
        assertThat(sealing.run().rows()).isOne();
        assertThat(checked().broken()).isEmpty();
        assertEachRowIsInOneBlock();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void assertEachRowIsInOneBlock() {
        assertThat(owner.sql("""
            select count(*) - count(distinct id) as twice from (select unnest(ids) as id from journal_seals) as sealed
            """).query(Long.class).single()).isZero();
        assertThat(checked().waiting().rows()).isZero();
    }

    @Test
    void writersOfAllKindsNeverBreakTheChainHoweverTheyAndTheSealsMeet() throws Exception {
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 6)
                    .mapToObj(
                            _ -> background.submit(() -> IntStream.range(0, 60).forEach(_ -> writeSomehow())))
                    .toList();
            do {
                assertThat(sealing.run().obstacle()).isEmpty();
                assertThat(checked().broken()).isEmpty();
            } while (!writers.stream().allMatch(java.util.concurrent.Future::isDone));
            for (var writer : writers) {
                writer.get();
            }
        }
        sealing.run();
        assertThat(checked().broken()).isEmpty();
        assertEachRowIsInOneBlock();
    }

    /** One row or many, in one or several statements, and now and then taken back. */
    private void writeSomehow() {
        var random = ThreadLocalRandom.current();
        transaction.executeWithoutResult(status -> {
            asking.by(new Actor.Installation());
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                journal.write(
                        who,
                        "LIST",
                        IntStream.range(0, random.nextInt(1, 20))
                                .mapToObj(_ -> SOMETHING)
                                .toList());
                Thread.yield();
            }
            if (random.nextInt(5) == 0) {
                status.setRollbackOnly();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal_seals set rows = 1", "delete from journal_seals", "truncate journal_seals"})
    void theApplicationMayOnlyAddSealsAndItsOwnerIsStoppedByATrigger(String change) {
        assertThatThrownBy(() -> jdbc.sql(change).update())
                .isInstanceOf(BadSqlGrammarException.class)
                .hasRootCauseMessage("ERROR: permission denied for table journal_seals");
        assertThatThrownBy(() -> owner.sql(change).update()).hasMessageContaining("a seal is never changed");
    }

    @Test
    void aSystemAdministratorChecksItOnAPage() {
        var place = world.place();
        var administrator = world.person(place.kommun(), "Sofia System", Role.SYSTEM_ADMINISTRATOR);
        var row = row("TWO");
        for (var window : List.of(Chromium.Window.DESK, Chromium.Window.PHONE)) {
            try (var desk = Chromium.open(port, window)) {
                var page = Chromium.signIn(desk, world.email(administrator));
                page.navigate("/settings/seals");
                Chromium.assertAccessible(page, "seals");
                Chromium.picture(page, "seals-" + window.width());
                page.locator("main button[type=submit]").click();
                assertThat(page.locator("main").innerText()).contains("Loggen är som den var när den förseglades");
                Chromium.assertAccessible(page, "seals checked");
                Chromium.picture(page, "seals-checked-" + window.width());
                sealing.run();
                tampered("journal", "update journal set action = 'NOTHING' where id = " + row, () -> {
                    page.navigate("/settings/seals");
                    page.locator("main button[type=submit]").click();
                    assertThat(page.locator("main").innerText()).contains("Rad " + row + " i loggen har ändrats");
                    Chromium.assertAccessible(page, "seals broken");
                    Chromium.picture(page, "seals-broken-" + window.width());
                });
            }
        }
    }
}
