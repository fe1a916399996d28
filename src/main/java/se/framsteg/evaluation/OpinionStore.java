package se.framsteg.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.LegalSex;
import se.framsteg.evaluation.Opinion.Question;
import se.framsteg.shared.InitiativeId;

/** Opinions by the functions of the database, which let nobody at the rows themselves. */
@Component
class OpinionStore {
    private final JdbcClient jdbc;

    OpinionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the asking participant is asked for now, if for anything. */
    Optional<Occasion> asked() {
        return jdbc.sql("select asker_evaluation()").query(String.class).list().stream()
                .flatMap(code -> Optional.ofNullable(code).stream())
                .map(Occasion::valueOf)
                .findFirst();
    }

    /** The asking participant's own; whether it was taken. */
    boolean answer(Occasion occasion, Opinion opinion) {
        return with(jdbc.sql("""
            select answer_evaluation(:occasion, cast(:useful as smallint), cast(:influence as smallint),
              cast(:nextStep as smallint), cast(:treatment as smallint), :words, false)\
            """), occasion, opinion).query(Boolean.class).single();
    }

    /** The asking participant does not want to answer; whether that was taken. */
    boolean decline(Occasion occasion) {
        return jdbc.sql("select answer_evaluation(?, null, null, null, null, '', true)")
                .param(occasion.name())
                .query(Boolean.class)
                .single();
    }

    /** Whether it was taken: not from an initiative that has as many answers as there have been cases. */
    boolean enter(UUID id, InitiativeId initiative, Occasion occasion, LegalSex sex, Opinion opinion) {
        return with(
                        jdbc.sql("""
                            select enter_evaluation(:id, :initiative, :occasion, :sex, cast(:useful as smallint),
                              cast(:influence as smallint), cast(:nextStep as smallint), cast(:treatment as smallint), :words)\
                            """)
                                .param("id", id)
                                .param("initiative", initiative.value())
                                .param("sex", sex.name()),
                        occasion,
                        opinion)
                .query(Boolean.class)
                .single();
    }

    private static JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement, Occasion occasion, Opinion opinion) {
        return statement
                .param("occasion", occasion.name())
                .param("useful", opinion.to(Question.USEFUL).orElse(null), Types.INTEGER)
                .param("influence", opinion.to(Question.INFLUENCE).orElse(null), Types.INTEGER)
                .param("nextStep", opinion.to(Question.NEXT_STEP).orElse(null), Types.INTEGER)
                .param("treatment", opinion.to(Question.TREATMENT).orElse(null), Types.INTEGER)
                .param("words", opinion.words());
    }

    /**
     * How many gave a step.
     *
     * @param sex none where nothing is told of sex
     * @param step 1–5, or 0 for those who don't know
     */
    record Count(
            LocalDate firstQuarter,
            LocalDate lastQuarter,
            Optional<LegalSex> sex,
            boolean onPaper,
            Question question,
            int step,
            int number) {}

    /** To the leads of the initiative: nothing of fewer than {@link Opinion#FEWEST}, and nothing of a quarter that has not ended. */
    List<Count> results(InitiativeId initiative, Occasion occasion) {
        return jdbc.sql("select * from evaluation_results(?, ?)")
                .param(initiative.value())
                .param(occasion.name())
                .query(OpinionStore::count)
                .list();
    }

    /** To the leads of the initiative, in no order; nothing unless at least {@link Opinion#FEWEST} have written. */
    List<String> words(InitiativeId initiative, Occasion occasion) {
        return jdbc.sql("select words from evaluation_told_words(?, ?)")
                .param(initiative.value())
                .param(occasion.name())
                .query((row, i) -> row.getString("words"))
                .list();
    }

    private static Count count(ResultSet row, int i) throws SQLException {
        return new Count(
                row.getObject("first_quarter", LocalDate.class),
                row.getObject("last_quarter", LocalDate.class),
                Optional.ofNullable(row.getString("legal_sex")).map(LegalSex::valueOf),
                row.getBoolean("on_paper"),
                Question.valueOf(row.getString("question")),
                row.getInt("step"),
                row.getInt("number"));
    }
}
