package se.framsteg.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.group.Answer.Scale;
import se.framsteg.shared.StaffId;

/** Evaluations by the functions of the database, which let nobody at the rows themselves. */
@Component
class EvaluationStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    EvaluationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the asker, a leader or somebody who has taken part, can put in an answer now. */
    boolean open(GroupId group) {
        return jdbc.sql("select group_evaluation_open(?)")
                .param(group.value())
                .query(Boolean.class)
                .single();
    }

    int count(GroupId group) {
        return jdbc.sql("select group_answers_count(?)")
                .param(group.value())
                .query(Integer.class)
                .single();
    }

    /** An answer as it was given; {@code onPaper} if a leader put it in. */
    record Given(Answer answer, boolean onPaper) {}

    /** Nothing before it is closed, or of fewer than {@link Answer#FEWEST}, on paper or else. */
    List<Given> results(GroupId group) {
        return jdbc.sql("select * from group_evaluation_results(?)")
                .param(group.value())
                .query(EvaluationStore::given)
                .list();
    }

    /** Whether it was still open. */
    boolean close(GroupId group, StaffId by) {
        return jdbc.sql("""
            update group_programmes set evaluation_closed_at = :now, evaluation_closed_by = :by, version = version + 1
            where id = :id and evaluation_closed_at is null\
            """)
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("by", by.value())
                        .param("id", group.value())
                        .update()
                == 1;
    }

    /** Whether it was taken: not of a group that has as many answers as persons. */
    boolean enter(AnswerId id, GroupId group, Answer answer) {
        return with(
                        jdbc.sql("select enter_group_evaluation(:id, :group, :useful, :safe, :met, :best, :change)")
                                .param("id", id.value()),
                        group,
                        answer)
                .query(Boolean.class)
                .single();
    }

    /** The asking participant's own; whether it was taken. */
    boolean answer(GroupId group, Answer answer) {
        return with(
                        jdbc.sql("select answer_group_evaluation(:group, :useful, :safe, :met, :best, :change)"),
                        group,
                        answer)
                .query(Boolean.class)
                .single();
    }

    /** Whether the asking participant has answered. */
    boolean answered(GroupId group) {
        return jdbc.sql("""
            select exists (select from group_answered a join group_enrolments e on e.id = a.enrolment_id where e.group_id = ?)\
            """).param(group.value()).query(Boolean.class).single();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, GroupId group, Answer answer) {
        return statement
                .param("group", group.value())
                .param("useful", answer.useful().map(Scale::name).orElse(null), Types.VARCHAR)
                .param("safe", answer.safe().map(Scale::name).orElse(null), Types.VARCHAR)
                .param("met", answer.met().map(Scale::name).orElse(null), Types.VARCHAR)
                .param("best", answer.best())
                .param("change", answer.change());
    }

    private static Given given(ResultSet row, int i) throws SQLException {
        var answer = new Answer(
                scale(row.getString("useful")),
                scale(row.getString("safe")),
                scale(row.getString("met")),
                row.getString("best"),
                row.getString("change"));
        return new Given(answer, row.getBoolean("on_paper"));
    }

    private static Optional<Scale> scale(@Nullable String code) {
        return Optional.ofNullable(code).map(Scale::valueOf);
    }
}
