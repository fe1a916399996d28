package se.framsteg.employment.employer;

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
import se.framsteg.employment.employer.EmployerNeed.Details;
import se.framsteg.shared.StaffId;

/** What employers look for as rows, asked for by the employer as which theirs is known. Guards nothing: the door does. */
@Component
class EmployerNeedStore {
    private static final String OF_HEAD = """
        select n.* from employer_needs n join employer_heads k on k.id = n.employer_id and k.head_id = :head\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    EmployerNeedStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that go on or are ahead first, then the latest first. */
    List<EmployerNeed> of(EmployerId head) {
        return jdbc.sql(OF_HEAD + """
             order by coalesce(n.ended_on <= :today, false) or coalesce(n.until_on < :today, false), n.from_on desc, n.id\
            """)
                .param("head", head.value())
                .param("today", LocalDate.now(clock))
                .query(EmployerNeedStore::need)
                .list();
    }

    Optional<EmployerNeed> find(EmployerId head, EmployerNeedId id) {
        return jdbc.sql(OF_HEAD + " where n.id = :id")
                .param("head", head.value())
                .param("id", id.value())
                .query(EmployerNeedStore::need)
                .optional();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(EmployerId employer, EmployerNeedId id, Details details, StaffId by) {
        with(jdbc.sql("""
            insert into employer_needs (id, association_id, employer_id, workplace_id, occupation, words, hours, from_on, until_on,
              ended_on, written_by, written_at, saved_by, saved_at)
            select :id, e.association_id, e.id, :workplace, :occupation, :words, :hours, :from, :until, :ended, :by, :now, :by, :now
            from employers e where e.id = :employer on conflict (id) do nothing\
            """), details, by)
                .param("id", id.value())
                .param("employer", employer.value())
                .update();
    }

    boolean change(EmployerNeedId id, int version, Details details, StaffId by) {
        return with(jdbc.sql("""
            update employer_needs set workplace_id = :workplace, occupation = :occupation, words = :words, hours = :hours,
              from_on = :from, until_on = :until, ended_on = :ended, saved_by = :by, saved_at = :now, version = version + 1
            where id = :id and version = :version\
            """), details, by)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Details details, StaffId by) {
        return statement
                .param("workplace", details.workplace().map(WorkplaceId::value).orElse(null))
                .param("occupation", details.occupation().orElse(null))
                .param("words", details.words())
                .param("hours", details.hours().orElse(null))
                .param("from", details.from())
                .param("until", details.until().orElse(null))
                .param("ended", details.ended().orElse(null))
                .param("by", by.value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    static EmployerNeed need(ResultSet row, int i) throws SQLException {
        return new EmployerNeed(
                new EmployerNeedId(row.getObject("id", UUID.class)),
                new EmployerId(row.getObject("employer_id", UUID.class)),
                new Details(
                        Optional.ofNullable(row.getObject("workplace_id", UUID.class))
                                .map(WorkplaceId::new),
                        Optional.ofNullable(row.getString("occupation")),
                        row.getString("words"),
                        Optional.ofNullable(row.getBigDecimal("hours")),
                        row.getObject("from_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("until_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("ended_on", LocalDate.class))),
                new StaffId(row.getObject("written_by", UUID.class)),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
