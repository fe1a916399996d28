package se.framsteg.employment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.employment.Employment.Change;
import se.framsteg.employment.Employment.Details;
import se.framsteg.employment.Employment.EndReason;
import se.framsteg.employment.Employment.Kind;
import se.framsteg.employment.Employment.Place;
import se.framsteg.employment.Employment.StudyLevel;
import se.framsteg.employment.Employment.Subsidy;
import se.framsteg.employment.Employment.Terms;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Jobs, placements and studies as rows. Guards nothing: the door does. */
@Component
class EmploymentStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    EmploymentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Employment> of(CaseId caseId) {
        var changes = jdbc
                .sql("""
                    select h.* from employment_changes h join employments e on e.id = h.employment_id where e.case_id = ? order by h.from_on\
                    """)
                .param(caseId.value())
                .query((row, i) -> Map.entry(row.getObject("employment_id", UUID.class), change(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return jdbc.sql("select * from employments where case_id = ? order by from_on, id")
                .param(caseId.value())
                .query((row, i) -> employment(row, changes.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    Optional<Employment> find(CaseId caseId, EmploymentId id) {
        return jdbc.sql("select * from employments where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id.value())
                .query((row, i) -> employment(row, changes(id)))
                .optional();
    }

    private List<Change> changes(EmploymentId id) {
        return jdbc.sql("select * from employment_changes where employment_id = ? order by from_on")
                .param(id.value())
                .query((row, i) -> change(row))
                .list();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(CaseId caseId, EmploymentId id, Details details, StaffId by) {
        with(jdbc.sql("""
            insert into employments (id, association_id, case_id, kind, employer, employer_id, social_enterprise, role, occupation,
              study_level, from_on, to_on, hours, permanent, subsidy, wage_in_step, end_reason, registered_by, registered_at)
            select :id, c.association_id, c.id, :kind, :employer, :employerId, :socialEnterprise, :role, :occupation, :level, :from,
              :to, :hours, :permanent, :subsidy, :wageInStep, :endReason, :by, :now
            from cases c where c.id = :case on conflict (id) do nothing\
            """), details)
                .param("case", caseId.value())
                .param("id", id.value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    void change(EmploymentId id, int version, Details details) {
        with(jdbc.sql("""
            update employments set kind = :kind, employer = :employer, employer_id = :employerId,
              social_enterprise = :socialEnterprise, role = :role, occupation = :occupation, study_level = :level, from_on = :from,
              to_on = :to, hours = :hours, permanent = :permanent, subsidy = :subsidy, wage_in_step = :wageInStep,
              end_reason = :endReason, version = version + 1
            where id = :id and version = :version and withdrawn_at is null\
            """), details)
                .param("id", id.value())
                .param("version", version)
                .update();
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

    /** That one, locked until the transaction ends; empty unless it is still of that version and not withdrawn. */
    Optional<Employment> locked(CaseId caseId, EmploymentId id, int version) {
        return jdbc.sql("select id from employments where id = :id and version = :version and withdrawn_at is null for"
                        + " update")
                .param("id", id.value())
                .param("version", version)
                .query(UUID.class)
                .optional()
                .flatMap(_ -> find(caseId, id));
    }

    /** Takes the next version, as what it is part of changes. */
    void next(EmploymentId id) {
        jdbc.sql("update employments set version = version + 1 where id = ?")
                .param(id.value())
                .update();
    }

    /** From that day on the terms are these, instead of what was said of that day before. */
    void put(EmploymentId id, Change change, StaffId by) {
        remove(id, change.from());
        terms(jdbc.sql("""
            insert into employment_changes (employment_id, association_id, from_on, hours, permanent, subsidy, wage_in_step,
              saved_by, saved_at)
            select e.id, e.association_id, :from, :hours, :permanent, :subsidy, :wageInStep, :by, :now
            from employments e where e.id = :id\
            """), change.hours(), change.terms())
                .param("id", id.value())
                .param("from", change.from())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    void remove(EmploymentId id, LocalDate from) {
        jdbc.sql("delete from employment_changes where employment_id = :id and from_on = :from")
                .param("id", id.value())
                .param("from", from)
                .update();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Details details) {
        var place = details.place();
        return terms(statement, details.hours(), details.terms())
                .param("kind", details.kind().name())
                .param("employer", place.name())
                .param("employerId", place.employer().orElse(null))
                .param("socialEnterprise", place.socialEnterprise())
                .param("role", place.role())
                .param("occupation", place.occupation().orElse(null))
                .param("level", place.level().map(Enum::name).orElse(null))
                .param("from", details.from())
                .param("to", details.to().orElse(null))
                .param("endReason", details.endReason().map(Enum::name).orElse(null));
    }

    private static JdbcClient.StatementSpec terms(
            JdbcClient.StatementSpec statement, Optional<BigDecimal> hours, Optional<Terms> terms) {
        return statement
                .param("hours", hours.orElse(null))
                .param("permanent", terms.map(Terms::permanent).orElse(null))
                .param("subsidy", terms.map(one -> one.subsidy().name()).orElse(null))
                .param("wageInStep", terms.flatMap(Terms::wageInStep).orElse(null));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Employment employment(ResultSet row, List<Change> changes) throws SQLException {
        var place = new Place(
                row.getString("employer"),
                Optional.ofNullable(row.getObject("employer_id", UUID.class)),
                row.getBoolean("social_enterprise"),
                row.getString("role"),
                Optional.ofNullable(row.getString("occupation")),
                Optional.ofNullable(row.getString("study_level")).map(StudyLevel::valueOf));
        var details = new Details(
                Kind.valueOf(row.getString("kind")),
                place,
                row.getObject("from_on", LocalDate.class),
                Optional.ofNullable(row.getObject("to_on", LocalDate.class)),
                Optional.ofNullable(row.getBigDecimal("hours")),
                terms(row),
                Optional.ofNullable(row.getString("end_reason")).map(EndReason::valueOf));
        return new Employment(
                new EmploymentId(row.getObject("id", UUID.class)),
                details,
                changes,
                row.getObject("withdrawn_at") == null
                        ? Optional.empty()
                        : Optional.of(row.getString("withdrawn_reason")),
                row.getInt("version"));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getObject("from_on", LocalDate.class), Optional.ofNullable(row.getBigDecimal("hours")), terms(row));
    }

    private static Optional<Terms> terms(ResultSet row) throws SQLException {
        var permanent = row.getBoolean("permanent");
        var wageInStep = Optional.ofNullable(row.getObject("wage_in_step", Boolean.class));
        return Optional.ofNullable(row.getString("subsidy"))
                .map(subsidy -> new Terms(permanent, Subsidy.valueOf(subsidy), wageInStep));
    }
}
