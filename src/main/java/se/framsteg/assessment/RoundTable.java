package se.framsteg.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.CaseFacts;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ImportId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.Time;

/** The rounds as stored. */
@Component
class RoundTable {
    private static final String SELECT = """
        select r.*, p.round_id is not null as participant_begun, p.submitted_at is not null as participant_sent,
          p.entered_by, p.filled_in_on,
          c.submitted_at is not null or coalesce(c.answered_by = s.caseworker, false) as caseworker_begun,
          c.submitted_at is not null as caseworker_sent,
          case when c.submitted_at is not null then c.answered_by end as answered_by,
          greatest(p.submitted_at, c.submitted_at) as last_sent_at, s.paused_on, s.state = 'ENDED' as case_ended,
          exists (select from restricted_cases x where x.case_id = r.case_id) as restricted,
          (select min(n.opens_on) from rounds n
            where n.case_id = r.case_id and n.opens_on > r.opens_on and not n.skipped) as next_opens_on
        from rounds r join case_states s on s.case_id = r.case_id
        left join assessments p on p.round_id = r.id and p.respondent = 'PARTICIPANT'
        left join assessments c on c.round_id = r.id and c.respondent = 'CASEWORKER'\
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    RoundTable(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
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

    /** The rounds of these cases whose window this day lies in, whatever has become of them. */
    List<Round> opened(Collection<CaseId> cases, LocalDate today) {
        return jdbc.sql(SELECT + " where r.case_id = any(:cases) and r.opens_on <= :today and r.closes_on >= :today")
                .param("cases", cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .param("today", today)
                .query(RoundTable::round)
                .list();
    }

    /** The rounds with these ids, those due first before the others. */
    List<Round> all(Collection<RoundId> ids) {
        return jdbc.sql(SELECT + " where r.id = any(:ids) order by r.due_on, r.id")
                .param("ids", ids.stream().map(RoundId::value).toArray(UUID[]::new))
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

    /**
     * Lets one transaction at a time decide about a case's rounds, until it ends. Take it before the guard is asked: what
     * the guard then says of the rounds holds until the end.
     */
    void lock(CaseId caseId) {
        // Whoever changes the case holds it and then comes here: it must never wait for one who is here and waits for
        // the case.
        jdbc.sql("select true from cases where id = ? for key share")
                .param(caseId.value())
                .query(Boolean.class)
                .optional();
        jdbc.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("rounds of " + caseId)
                .query(Boolean.class)
                .single();
    }

    /** The same for the case that this round belongs to; nothing if there is no such round. */
    void lock(RoundId round) {
        jdbc.sql("select case_id from rounds where id = ?")
                .param(round.value())
                .query(UUID.class)
                .optional()
                .ifPresent(caseId -> lock(new CaseId(caseId)));
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

    /** A round that was held elsewhere on this day. */
    record Imported(RoundId id, CaseFacts in, LocalDate day) {}

    /** Adds rounds that were held elsewhere, closed from the beginning. */
    void addImported(ImportId source, InstrumentId instrument, List<Imported> all) {
        var now = now();
        batches.batchUpdate(
                """
                insert into rounds (id, association_id, case_id, participant_id, kind, instrument_id, opens_on, due_on,
                  closes_on, closed_at, import_id)
                values (?, ?, ?, ?, 'FOLLOW_UP', ?, ?, ?, ?, ?, ?)\
                """, all.stream().map(one -> row(one, source, instrument, now)).toList());
    }

    private static Object[] row(Imported one, ImportId source, InstrumentId instrument, OffsetDateTime now) {
        return new Object[] {
            one.id().value(),
            one.in().association().value(),
            one.in().id().value(),
            one.in().participant().value(),
            instrument.value(),
            one.day(),
            one.day(),
            one.day(),
            now,
            source.value()
        };
    }

    /** Takes away rounds that open after this day and that nobody has answered. */
    void dropAfter(CaseId caseId, LocalDate day) {
        jdbc.sql("""
            delete from rounds r where case_id = :case and opens_on > :day
              and not exists (select from assessments a where a.round_id = r.id)
              and not exists (select from answer_keys k where k.round_id = r.id)\
            """).param("case", caseId.value()).param("day", day).update();
    }

    boolean close(RoundId round) {
        return jdbc.sql("update rounds set closed_at = :now, version = version + 1 where id = :id and"
                                + " closed_at is null")
                        .param("now", now())
                        .param("id", round.value())
                        .update()
                == 1;
    }

    /**
     * Takes no answers until the round is opened; not to be confused with {@link #close}, after which answers show.
     *
     * @return false if somebody has sent in: then nothing is changed, for nobody would see those answers
     */
    boolean skip(RoundId round) {
        return jdbc.sql("""
            update rounds set skipped = true, closed_at = :now, version = version + 1 where id = :id
              and not exists (select from assessments where round_id = :id and submitted_at is not null)\
            """).param("now", now()).param("id", round.value()).update() == 1;
    }

    /** Takes answers again. */
    void open(RoundId round, boolean answerSeen) {
        jdbc.sql("""
            update rounds set skipped = false, closed_at = null, answer_seen = answer_seen or :seen, version = version + 1
            where id = :id\
            """).param("seen", answerSeen).param("id", round.value()).update();
    }

    void plan(RoundId round, LocalDate opensOn, LocalDate dueOn, LocalDate closesOn) {
        jdbc.sql("""
            update rounds set opens_on = :opens, due_on = :due, closes_on = :closes, version = version + 1 where id = :id\
            """)
                .param("opens", opensOn)
                .param("due", dueOn)
                .param("closes", closesOn)
                .param("id", round.value())
                .update();
    }

    /** Remembers that what one has sent in could be seen before the other answered. */
    void markAnswerSeen(RoundId round) {
        jdbc.sql("update rounds set answer_seen = true where id = ?")
                .param(round.value())
                .update();
    }

    /** Gives the initiative's rounds that have not opened on this day another instrument, but in cases that are restricted. */
    List<RoundId> changeInstrument(InitiativeId initiative, InstrumentId instrument, LocalDate today) {
        return jdbc.sql("""
            update rounds r set instrument_id = :instrument, version = r.version + 1 from case_states s
            where s.case_id = r.case_id and s.initiative_id = :initiative and r.opens_on > :today
              and r.instrument_id <> :instrument and not exists (select from assessments a where a.round_id = r.id)
              and not exists (select from restricted_cases x where x.case_id = r.case_id)
            returning r.id\
            """)
                .param("instrument", instrument.value())
                .param("initiative", initiative.value())
                .param("today", today)
                .query((row, i) -> new RoundId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Closes the ending rounds of a case that goes on after all. */
    void closeEndings(CaseId caseId) {
        jdbc.sql("update rounds set closed_at = :now, version = version + 1 where case_id = :case and kind ="
                        + " 'ENDING' and closed_at is null")
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
                Optional.ofNullable(row.getObject("ordinal", Integer.class)),
                new InstrumentId(row.getObject("instrument_id", UUID.class)),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("last_sent_at", OffsetDateTime.class))
                        .map(sent -> sent.atZoneSameInstant(Time.SWEDEN).toLocalDate()),
                progress(row, "participant"),
                progress(row, "caseworker"),
                Optional.ofNullable(row.getObject("answered_by", UUID.class)).map(StaffId::new),
                new Round.Marks(
                        row.getBoolean("skipped"),
                        row.getBoolean("answer_seen"),
                        paper(row),
                        row.getObject("import_id", UUID.class) != null),
                new Round.Around(
                        Optional.ofNullable(row.getObject("paused_on", LocalDate.class)),
                        row.getBoolean("case_ended"),
                        Optional.ofNullable(row.getObject("next_opens_on", LocalDate.class)),
                        row.getBoolean("restricted")),
                row.getInt("version"));
    }

    private static Optional<Round.Paper> paper(ResultSet row) throws SQLException {
        var enteredBy = row.getObject("entered_by", UUID.class);
        return enteredBy == null
                ? Optional.empty()
                : Optional.of(new Round.Paper(new StaffId(enteredBy), row.getObject("filled_in_on", LocalDate.class)));
    }

    private static Round.Progress progress(ResultSet row, String respondent) throws SQLException {
        if (row.getBoolean(respondent + "_sent")) {
            return Round.Progress.SENT;
        }
        return row.getBoolean(respondent + "_begun") ? Round.Progress.BEGUN : Round.Progress.NOT_BEGUN;
    }
}
