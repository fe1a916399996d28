package se.framsteg.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.StaffId;

/**
 * What was done with rounds, as stored: rows are added and never changed, and stay when a round that had not opened is taken
 * away.
 */
@Component
class RoundHistory {
    private final JdbcClient jdbc;
    private final Clock clock;

    RoundHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was done. */
    enum Kind {
        MOVED,
        SKIPPED,
        TAKEN_UP,
        CLOSED,
        REOPENED,
        /** Its window fell within a pause of the case, and nobody had answered: it was not asked for. */
        RESTED,
        /** It was due within a pause of the case, and is asked for again after it. */
        RESUMED,
        /** The initiative changed instrument before the round opened. */
        INSTRUMENT
    }

    /** @param by empty if the schedule itself did it */
    record Entry(
            RoundId round,
            Instant at,
            Optional<StaffId> by,
            Kind kind,
            String reason,
            LocalDate dueBefore,
            LocalDate dueAfter) {}

    /** Remembers what was just done: the round's due day is read as it is now. */
    void write(RoundId round, Kind kind, Optional<StaffId> by, String reason, LocalDate dueBefore) {
        jdbc.sql("""
            insert into round_changes (association_id, case_id, round_id, at, by_staff, kind, reason, due_before, due_after)
            select association_id, case_id, id, :now, :by, :kind, :reason, :before, due_on from rounds where id = :round\
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", by.map(StaffId::value).orElse(null), java.sql.Types.OTHER)
                .param("kind", kind.name())
                .param("reason", reason)
                .param("before", dueBefore)
                .param("round", round.value())
                .update();
    }

    /** What was done with the rounds that a case has, in order. */
    List<Entry> of(CaseId caseId) {
        return jdbc.sql("select h.* from round_changes h join rounds r on r.id = h.round_id where r.case_id = ?"
                        + " order by h.id")
                .param(caseId.value())
                .query(RoundHistory::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int i) throws SQLException {
        return new Entry(
                new RoundId(row.getObject("round_id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("by_staff", UUID.class)).map(StaffId::new),
                Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getObject("due_before", LocalDate.class),
                row.getObject("due_after", LocalDate.class));
    }
}
