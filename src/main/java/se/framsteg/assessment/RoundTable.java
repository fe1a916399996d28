package se.framsteg.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.Time;

/** The rounds as stored. */
@Component
class RoundTable {
    private static final String SELECT = """
        select r.*, p.round_id is not null as participant_begun, p.submitted_at is not null as participant_sent,
          c.round_id is not null as caseworker_begun, c.submitted_at is not null as caseworker_sent,
          greatest(p.submitted_at, c.submitted_at) as last_sent_at
        from rounds r
        left join assessments p on p.round_id = r.id and p.respondent = 'PARTICIPANT'
        left join assessments c on c.round_id = r.id and c.respondent = 'CASEWORKER'\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RoundTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A round to be made. */
    record NewRound(
            CaseId caseId,
            AssociationId association,
            ParticipantId participant,
            InstrumentId instrument,
            Round.Kind kind,
            Optional<Integer> ordinal,
            LocalDate opensOn,
            LocalDate dueOn,
            LocalDate closesOn) {}

    Optional<Round> find(RoundId round) {
        return jdbc.sql(SELECT + " where r.id = ?")
                .param(round.value())
                .query(RoundTable::round)
                .optional();
    }

    /** The rounds of a case, in order of time. */
    List<Round> of(CaseId caseId) {
        return jdbc.sql(SELECT + " where r.case_id = ? order by coalesce(cast(greatest(p.submitted_at, c.submitted_at)"
                        + " at time zone 'Europe/Stockholm' as date), r.due_on), r.id")
                .param(caseId.value())
                .query(RoundTable::round)
                .list();
    }

    /** The place in the schedule of the last scheduled round that there is; -1 if none. */
    int lastOrdinal(CaseId caseId) {
        return jdbc.sql("select coalesce(max(ordinal), -1) from rounds where case_id = ?")
                .param(caseId.value())
                .query(Integer.class)
                .single();
    }

    /** Lets one transaction at a time decide about a case's rounds, until it ends. */
    void lock(CaseId caseId) {
        jdbc.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("rounds of " + caseId)
                .query(Boolean.class)
                .single();
    }

    /** Adds the round unless it is there already, as when two make the same one at the same time. */
    void add(NewRound round) {
        jdbc.sql("""
            insert into rounds (id, association_id, case_id, participant_id, kind, ordinal, instrument_id, opens_on,
              due_on, closes_on)
            values (:id, :association, :case, :participant, :kind, :ordinal, :instrument, :opens, :due, :closes)
            on conflict do nothing\
            """)
                .param("id", RoundId.create().value())
                .param("association", round.association().value())
                .param("case", round.caseId().value())
                .param("participant", round.participant().value())
                .param("kind", round.kind().name())
                .param("ordinal", round.ordinal().orElse(null))
                .param("instrument", round.instrument().value())
                .param("opens", round.opensOn())
                .param("due", round.dueOn())
                .param("closes", round.closesOn())
                .update();
    }

    /** Takes away rounds that open after this day and that nobody has answered. */
    void dropAfter(CaseId caseId, LocalDate day) {
        jdbc.sql("""
            delete from rounds r where case_id = :case and opens_on > :day
              and not exists (select from assessments a where a.round_id = r.id)
              and not exists (select from answer_keys k where k.round_id = r.id)\
            """).param("case", caseId.value()).param("day", day).update();
    }

    void close(RoundId round) {
        jdbc.sql("update rounds set closed_at = :now where id = :id and closed_at is null")
                .param("now", now())
                .param("id", round.value())
                .update();
    }

    /** Closes the ending rounds of a case that goes on after all. */
    void closeEndings(CaseId caseId) {
        jdbc.sql("update rounds set closed_at = :now where case_id = :case and kind = 'ENDING' and closed_at is null")
                .param("now", now())
                .param("case", caseId.value())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Round round(ResultSet row, int i) throws SQLException {
        return new Round(
                new RoundId(row.getObject("id", UUID.class)),
                new AssociationId(row.getObject("association_id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                new ParticipantId(row.getObject("participant_id", UUID.class)),
                Round.Kind.valueOf(row.getString("kind")),
                new InstrumentId(row.getObject("instrument_id", UUID.class)),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("last_sent_at", OffsetDateTime.class))
                        .map(sent -> sent.atZoneSameInstant(Time.SWEDEN).toLocalDate()),
                progress(row, "participant"),
                progress(row, "caseworker"));
    }

    private static Round.Progress progress(ResultSet row, String respondent) throws SQLException {
        if (row.getBoolean(respondent + "_sent")) {
            return Round.Progress.SENT;
        }
        return row.getBoolean(respondent + "_begun") ? Round.Progress.BEGUN : Round.Progress.NOT_BEGUN;
    }
}
