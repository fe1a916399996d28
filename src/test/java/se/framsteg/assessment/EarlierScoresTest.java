package se.framsteg.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import se.framsteg.database.EmbeddedPostgres;
import se.framsteg.exchange.ImportExamples;
import se.framsteg.shared.CaseId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** Answers that were sent in before scores were stored get theirs when the program starts. */
@FramstegTest
class EarlierScoresTest {
    /** More than are scored in one step. */
    private static final int DAYS = 520;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private EarlierScores earlier;

    @Autowired
    private EmbeddedPostgres database;

    @Autowired
    private OwnerSql jdbc;

    @Test
    void allThatHaveNoneAreScoredAsIfTheyWereSentInToday() throws SQLException {
        var place = world.place();
        var examples = new CaseExamples(beans);
        var today = LocalDate.now((Clock) clock);
        var id = examples.started(place, today.minusDays(DAYS), Optional.of(CaseExamples.NUMBER));
        new ImportExamples(beans).daily(place, id, DAYS);
        var other = examples.started(place, today, Optional.empty());
        examples.participantAnswers(examples.baseline(place, other), 3);
        var before = scores(id);
        asTheyWereOnceStored(id);
        assertThat(scores(id)).hasSize(DAYS).containsOnly("none");
        var untouched = scores(other);

        earlier.run(new DefaultApplicationArguments());

        assertThat(scores(id)).isEqualTo(before).doesNotContain("none");
        assertThat(scores(other)).isEqualTo(untouched);
        earlier.run(new DefaultApplicationArguments());
        assertThat(scores(id)).isEqualTo(before);
    }

    private List<String> scores(CaseId id) {
        return jdbc.sql("""
            select coalesce(cast(a.scores as text), 'none') from assessments a join rounds r on r.id = a.round_id
            where r.case_id = ? order by r.due_on, a.respondent\
            """)
                .param(id.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Only the owner of the tables can do it, and not without taking away what guards them. */
    private void asTheyWereOnceStored(CaseId id) throws SQLException {
        var owner = database.owner();
        try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table assessments disable trigger user");
            statement.execute("alter table assessments drop constraint sent_in_with_scores");
            statement.execute("update assessments set scores = null where round_id in (select id from rounds where"
                    + " case_id = '" + id + "')");
            statement.execute("alter table assessments add constraint sent_in_with_scores"
                    + " check (submitted_at is null or scores is not null) not valid");
            statement.execute("alter table assessments enable trigger user");
            connection.commit();
        }
    }
}
