package se.framsteg.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.database.EmbeddedPostgres;
import se.framsteg.shared.StaffId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;

@FramstegTest
class JournalTest {
    private static final Trace SOMETHING = Trace.of("thing", null, null);
    private final StaffId staff = StaffId.create();
    private final Who who = new Who(Who.Kind.STAFF, staff, null);

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnerSql owner;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EmbeddedPostgres database;

    @BeforeEach
    void writeOneRow() {
        transaction.executeWithoutResult(_ -> journal.write(who, "LOOK", SOMETHING));
    }

    @Test
    void aRowTellsWhoDidWhat() {
        assertThat(owner.sql("select action || ' ' || subject_kind from journal where actor_id = ?")
                        .param(staff.value())
                        .query(String.class)
                        .list())
                .containsExactly("LOOK thing");
    }

    @Test
    void aRowIsGoneWithTheTransactionThatItTellsOf() {
        transaction.executeWithoutResult(status -> {
            journal.write(who, "CHANGE", SOMETHING);
            status.setRollbackOnly();
        });
        assertThat(rows()).isOne();
    }

    @Test
    void theSameLookByWayOfSeveralDoorsIsOneRowAndTheNextPageAnother() {
        for (int page = 1; page <= 2; page++) {
            transaction.executeWithoutResult(_ -> {
                journal.write(who, "SEE", SOMETHING);
                journal.write(who, "SEE", SOMETHING);
                journal.write(who, "SEE", Trace.of("other thing", null, null));
            });
        }
        assertThat(rows()).isEqualTo(1 + 2 * 2);
    }

    @Test
    void withoutATransactionNothingIsWritten() {
        assertThatThrownBy(() -> journal.write(who, "LOOK", SOMETHING))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(rows()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal set action = 'NOTHING'", "delete from journal", "truncate journal"})
    void theApplicationMayOnlyAddToTheJournal(String change) {
        assertThatThrownBy(() -> jdbc.sql(change).update())
                .isInstanceOf(BadSqlGrammarException.class)
                .hasRootCauseMessage("ERROR: permission denied for table journal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal set action = 'NOTHING'", "delete from journal", "truncate journal"})
    void notEvenTheOwnerOfTheTablesChangesTheJournal(String change) throws SQLException {
        var login = database.owner();
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("the journal is append-only");
        }
    }

    private int rows() {
        return owner.sql("select count(*) from journal where actor_id = ?")
                .param(staff.value())
                .query(Integer.class)
                .single();
    }
}
