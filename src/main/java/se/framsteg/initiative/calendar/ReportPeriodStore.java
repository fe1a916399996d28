package se.framsteg.initiative.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/** Report periods as rows. Guards nothing: the door does. */
@Component
class ReportPeriodStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    ReportPeriodStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of the initiative in the order in which they end. Nobody else changes them before the transaction is over. */
    List<ReportPeriod> lockAndList(InitiativeId initiative) {
        if (jdbc.sql("select id from initiatives where id = ? for update")
                .param(initiative.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw new NotFoundException();
        }
        return of(initiative);
    }

    List<ReportPeriod> of(InitiativeId initiative) {
        return jdbc.sql("""
            select * from report_periods where initiative_id = ? and removed_at is null order by to_on, from_on, kind\
            """)
                .param(initiative.value())
                .query(ReportPeriodStore::period)
                .list();
    }

    /** The same of several. */
    Map<InitiativeId, List<ReportPeriod>> of(Collection<InitiativeId> initiatives) {
        var periods = new HashMap<InitiativeId, List<ReportPeriod>>();
        jdbc.sql("""
            select * from report_periods where initiative_id = any(:initiatives) and removed_at is null order by to_on, from_on, kind\
            """)
                .param(
                        "initiatives",
                        initiatives.stream().map(InitiativeId::value).toArray(UUID[]::new))
                .query(row -> {
                    periods.computeIfAbsent(
                                    new InitiativeId(row.getObject("initiative_id", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(period(row, 0));
                });
        return periods;
    }

    Optional<ReportPeriod> find(InitiativeId initiative, ReportPeriodId id) {
        return jdbc.sql("""
            select * from report_periods where initiative_id = :initiative and id = :id and removed_at is null\
            """)
                .param("initiative", initiative.value())
                .param("id", id.value())
                .query(ReportPeriodStore::period)
                .optional();
    }

    /** Adds it; does nothing if there is one with its id. */
    void add(InitiativeId initiative, ReportPeriod period, StaffId by) {
        with(jdbc.sql("""
            insert into report_periods (id, association_id, initiative_id, kind, from_on, to_on, due_on, saved_by, saved_at)
            select :id, i.association_id, i.id, :kind, :from, :to, :due, :by, :now from initiatives i where i.id = :initiative
            on conflict (id) do nothing\
            """), period, by).param("initiative", initiative.value()).update();
    }

    /** Whether it was still of its version, and has been changed. */
    boolean change(ReportPeriod period, StaffId by) {
        return with(jdbc.sql("""
            update report_periods set kind = :kind, from_on = :from, to_on = :to, due_on = :due, version = version + 1,
              saved_by = :by, saved_at = :now
            where id = :id and version = :version and removed_at is null\
            """), period, by)
                        .param("version", period.version())
                        .update()
                == 1;
    }

    boolean remove(ReportPeriodId id, int version, StaffId by) {
        return jdbc.sql("""
            update report_periods set removed_at = :now, version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and version = :version and removed_at is null\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, ReportPeriod period, StaffId by) {
        return statement
                .param("id", period.id().value())
                .param("kind", period.kind().name())
                .param("from", period.from())
                .param("to", period.to())
                .param("due", period.due())
                .param("by", by.value())
                .param("now", now());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static ReportPeriod period(ResultSet row, int i) throws SQLException {
        return new ReportPeriod(
                new ReportPeriodId(row.getObject("id", UUID.class)),
                ReportPeriod.Kind.valueOf(row.getString("kind")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getInt("version"));
    }
}
