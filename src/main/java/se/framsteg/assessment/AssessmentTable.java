package se.framsteg.assessment;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.StaffId;

/** The answers as stored. */
@Component
class AssessmentTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    AssessmentTable(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** One respondent's answers in one round. */
    record Stored(
            RoundId round,
            Respondent respondent,
            List<@Nullable Integer> answers,
            Optional<StaffId> answeredBy,
            int version) {}

    Optional<Stored> find(RoundId round, Respondent respondent) {
        return jdbc.sql("select * from assessments where round_id = :round and respondent = :respondent")
                .param("round", round.value())
                .param("respondent", respondent.name())
                .query(AssessmentTable::stored)
                .optional();
    }

    /** What has been sent in, in these rounds. */
    List<Stored> sent(Collection<RoundId> rounds) {
        return jdbc.sql("select * from assessments where round_id = any(:rounds) and submitted_at is not null")
                .param("rounds", rounds.stream().map(RoundId::value).toArray(UUID[]::new))
                .query(AssessmentTable::stored)
                .list();
    }

    /**
     * Saves the participant's answer at one place, and nothing but that place: two tabs never undo each other.
     *
     * @param position from 0
     * @return false if the answers have been sent in meanwhile, or the round takes none any longer
     */
    boolean saveParticipant(RoundId round, int items, int position, int answer, String language) {
        var first = new @Nullable Short[items];
        first[position] = (short) answer;
        return jdbc.sql("""
            insert into assessments (round_id, respondent, answers, language, started_at, saved_at)
            select r.id, 'PARTICIPANT', :first, :language, :now, :now from rounds r
            where r.id = :round and r.closed_at is null for share
            on conflict (round_id, respondent) do update set
              answers[cast(:place as integer)] = cast(:answer as smallint), language = :language, saved_at = :now,
              version = assessments.version + 1
            where assessments.submitted_at is null\
            """)
                        .param("round", round.value())
                        .param("first", first)
                        .param("language", language)
                        .param("now", now())
                        .param("place", position + 1)
                        .param("answer", answer)
                        .update()
                == 1;
    }

    /** When something was last saved and not sent in; kept from changing until the transaction ends. */
    Optional<Instant> holdSavedAt(RoundId round, Respondent respondent) {
        return jdbc.sql("""
            select saved_at from assessments
            where round_id = :round and respondent = :respondent and submitted_at is null for update\
            """)
                .param("round", round.value())
                .param("respondent", respondent.name())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The answers that have been saved and not sent in, kept from changing until the transaction ends. */
    Optional<Stored> hold(RoundId round, Respondent respondent) {
        return jdbc.sql("""
            select * from assessments
            where round_id = :round and respondent = :respondent and submitted_at is null for update\
            """)
                .param("round", round.value())
                .param("respondent", respondent.name())
                .query(AssessmentTable::stored)
                .optional();
    }

    /** Marks the answers as sent in. Only {@link Sending} does, which works out the scores. */
    void send(RoundId round, Respondent respondent, @Nullable Float[] scores, String language) {
        jdbc.sql("""
            update assessments set submitted_at = :now, scores = :scores, language = :language
            where round_id = :round and respondent = :respondent\
            """)
                .param("now", now())
                .param("scores", scores)
                .param("language", language)
                .param("round", round.value())
                .param("respondent", respondent.name())
                .update();
    }

    /** Answers that were sent in elsewhere, at this moment. */
    record Imported(Stored sheet, @Nullable Float[] scores, Instant at) {}

    /** Adds answers that were sent in elsewhere. Only {@link Sending} does, which works out the scores. */
    void addImported(List<Imported> all) {
        batches.batchUpdate("""
            insert into assessments (round_id, respondent, answers, scores, imported, started_at, saved_at, submitted_at)
            values (?, ?, ?, ?, true, ?, ?, ?)\
            """, all.stream().map(AssessmentTable::row).toList());
    }

    private static Object[] row(Imported one) {
        var at = OffsetDateTime.ofInstant(one.at(), ZoneOffset.UTC);
        var sheet = one.sheet();
        return new Object[] {
            sheet.round().value(), sheet.respondent().name(), array(sheet.answers()), one.scores(), at, at, at
        };
    }

    /**
     * Saves what the participant answered on paper, not sent in, in place of anything begun.
     *
     * @return false if the participant's answers have been sent in already
     */
    boolean savePaper(
            RoundId round, StaffId enteredBy, LocalDate filledInOn, List<@Nullable Integer> answers, String language) {
        return jdbc.sql("""
            insert into assessments (round_id, respondent, answers, language, entered_by, filled_in_on, started_at,
              saved_at)
            values (:round, 'PARTICIPANT', :answers, :language, :staff, :day, :now, :now)
            on conflict (round_id, respondent) do update set
              answers = :answers, language = :language, entered_by = :staff, filled_in_on = :day, saved_at = :now,
              version = assessments.version + 1
            where assessments.submitted_at is null\
            """)
                        .param("round", round.value())
                        .param("answers", array(answers))
                        .param("language", language)
                        .param("staff", enteredBy.value())
                        .param("day", filledInOn)
                        .param("now", now())
                        .update()
                == 1;
    }

    /**
     * Saves the caseworker's whole sheet, not sent in.
     *
     * @param version the version that was changed; 0 if nothing had been saved
     * @return false if another version has been saved meanwhile
     */
    boolean saveCaseworker(
            RoundId round, StaffId staff, List<@Nullable Integer> answers, int version, String language) {
        return jdbc.sql("""
            insert into assessments (round_id, respondent, answers, language, answered_by, started_at, saved_at)
            values (:round, 'CASEWORKER', :answers, :language, :staff, :now, :now)
            on conflict (round_id, respondent) do update set
              answers = :answers, language = :language, answered_by = :staff, saved_at = :now,
              version = assessments.version + 1
            where assessments.version = :version and assessments.submitted_at is null\
            """)
                        .param("round", round.value())
                        .param("answers", array(answers))
                        .param("language", language)
                        .param("staff", staff.value())
                        .param("now", now())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Whether this caseworker has saved the sheet since the last full hour; each such save follows one that was journaled. */
    boolean savedThisHour(RoundId round, StaffId staff) {
        return jdbc.sql("""
            select exists (select from assessments
              where round_id = :round and respondent = 'CASEWORKER' and answered_by = :staff and saved_at >= :hour)\
            """)
                .param("round", round.value())
                .param("staff", staff.value())
                .param("hour", now().truncatedTo(ChronoUnit.HOURS))
                .query(Boolean.class)
                .single();
    }

    private static @Nullable Short[] array(List<@Nullable Integer> answers) {
        var array = new @Nullable Short[answers.size()];
        for (int i = 0; i < array.length; i++) {
            var answer = answers.get(i);
            array[i] = answer == null ? null : answer.shortValue();
        }
        return array;
    }

    static Stored stored(ResultSet row, int i) throws SQLException {
        return new Stored(
                new RoundId(row.getObject("round_id", UUID.class)),
                Respondent.valueOf(row.getString("respondent")),
                answers(row.getArray("answers")),
                Optional.ofNullable(row.getObject("answered_by", UUID.class)).map(StaffId::new),
                row.getInt("version"));
    }

    private static List<@Nullable Integer> answers(Array stored) throws SQLException {
        var numbers = (@Nullable Number[]) stored.getArray();
        return Collections.unmodifiableList(Arrays.stream(numbers)
                .<@Nullable Integer>map(number -> number == null ? null : number.intValue())
                .toList());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
