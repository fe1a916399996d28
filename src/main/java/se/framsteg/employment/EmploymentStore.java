package se.framsteg.employment;

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
import se.framsteg.employment.Employment.Details;
import se.framsteg.employment.Employment.EndReason;
import se.framsteg.employment.Employment.Kind;
import se.framsteg.employment.Employment.Subsidy;
import se.framsteg.employment.Employment.Terms;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Jobs and placements as rows. Guards nothing: the door does. */
@Component
class EmploymentStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    EmploymentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Employment> of(CaseId caseId) {
        return jdbc.sql("select * from employments where case_id = ? order by from_on, id")
                .param(caseId.value())
                .query(EmploymentStore::employment)
                .list();
    }

    Optional<Employment> find(CaseId caseId, EmploymentId id) {
        return jdbc.sql("select * from employments where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id.value())
                .query(EmploymentStore::employment)
                .optional();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(CaseId caseId, EmploymentId id, Details details, StaffId by) {
        with(jdbc.sql("""
            insert into employments (id, association_id, case_id, kind, employer, role, from_on, to_on, hours, permanent,
              subsidy, end_reason, registered_by, registered_at)
            select :id, c.association_id, c.id, :kind, :employer, :role, :from, :to, :hours, :permanent, :subsidy,
              :endReason, :by, :now
            from cases c where c.id = :case on conflict (id) do nothing\
            """), details)
                .param("case", caseId.value())
                .param("id", id.value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Whether it was still of that version and has been changed. */
    boolean change(EmploymentId id, int version, Details details) {
        return with(jdbc.sql("""
            update employments set kind = :kind, employer = :employer, role = :role, from_on = :from, to_on = :to,
              hours = :hours, permanent = :permanent, subsidy = :subsidy, end_reason = :endReason, version = version + 1
            where id = :id and version = :version and withdrawn_at is null\
            """), details)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean withdraw(EmploymentId id, int version, String reason, StaffId by) {
        return jdbc.sql("""
            update employments set withdrawn_reason = :reason, withdrawn_by = :by, withdrawn_at = :now,
              version = version + 1
            where id = :id and version = :version and withdrawn_at is null\
            """)
                        .param("reason", reason)
                        .param("by", by.value())
                        .param("now", now())
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Details details) {
        return statement
                .param("kind", details.kind().name())
                .param("employer", details.employer())
                .param("role", details.role())
                .param("from", details.from())
                .param("to", details.to().orElse(null))
                .param("hours", details.hours().orElse(null))
                .param("permanent", details.terms().map(Terms::permanent).orElse(null))
                .param(
                        "subsidy",
                        details.terms().map(terms -> terms.subsidy().name()).orElse(null))
                .param("endReason", details.endReason().map(Enum::name).orElse(null));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Employment employment(ResultSet row, int i) throws SQLException {
        var permanent = row.getBoolean("permanent");
        var details = new Details(
                Kind.valueOf(row.getString("kind")),
                row.getString("employer"),
                row.getString("role"),
                row.getObject("from_on", LocalDate.class),
                Optional.ofNullable(row.getObject("to_on", LocalDate.class)),
                Optional.ofNullable(row.getBigDecimal("hours")),
                Optional.ofNullable(row.getString("subsidy"))
                        .map(subsidy -> new Terms(permanent, Subsidy.valueOf(subsidy))),
                Optional.ofNullable(row.getString("end_reason")).map(EndReason::valueOf));
        return new Employment(
                new EmploymentId(row.getObject("id", UUID.class)),
                details,
                row.getObject("withdrawn_at") == null
                        ? Optional.empty()
                        : Optional.of(row.getString("withdrawn_reason")),
                row.getInt("version"));
    }
}
