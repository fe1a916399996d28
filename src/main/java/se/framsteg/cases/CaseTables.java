package se.framsteg.cases;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.StaffId;

/** Cases as rows, to show them. Lists hold what the view {@code case_reach} opens; the rest guards nothing: doors do. */
@Component
class CaseTables {
    private static final String LIST = """
        select c.*, p.name, p.anonymous, p.protection, p.interpreter, p.language, a.staff_id as caseworker,
          exists (select from restricted_cases x where x.case_id = c.id) as restricted
        from cases c join participants p on p.id = c.participant_id
        left join assignments a on a.case_id = c.id and a.to_on is null
        """;

    /**
     * One page of those that are reached and asked for; a further condition on {@code f} goes in. What stands beside each
     * case is looked up for those that are shown, not for all that are reached.
     */
    private static final String SHOWN = """
        where c.id = any(array(
          select f.id from cases f %s
          where f.id in (select case_id from case_reach where staff_id = :staff) and f.state = any(:states)
          order by f.accepted_on desc, f.number desc limit :limit offset :offset))
        order by c.accepted_on desc, c.number desc\
        """;

    private final JdbcClient jdbc;

    CaseTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of a list, with what the journal is to hold of it. */
    record Found(CaseRow row, AssociationId association, ParticipantId participant) {}

    /** A case with its referral. */
    record Whole(
            CaseRow row,
            Livelihood before,
            Livelihood after,
            Optional<CaseStep.Ending> ending,
            CaseView.Brought brought,
            int version) {}

    record Moved(
            LocalDate on, CaseState from, CaseState to, String reason, Optional<CaseStep.Ending> ending, StaffId by) {}

    record Held(StaffId caseworker, LocalDate from, Optional<LocalDate> to, String reason, StaffId by) {}

    /** Those that the member of staff reaches, newest number first. */
    List<Found> list(StaffId staff, CaseFilter filter, CaseSearch search, int limit, int offset) {
        var query = jdbc.sql(LIST + SHOWN.formatted(condition(search)))
                .param("staff", staff.value())
                .param("states", filter.states())
                .param("limit", limit)
                .param("offset", offset);
        return with(query, search).query(CaseTables::found).list();
    }

    static JdbcClient.StatementSpec with(JdbcClient.StatementSpec query, CaseSearch search) {
        return switch (search) {
            case CaseSearch.Identity(var number) -> query.param("number", number);
            case CaseSearch.Number(var number) -> query.param("number", number);
            case CaseSearch.Name(var pattern, var reserve) ->
                query.param("pattern", pattern).param("reserve", reserve);
            case CaseSearch.Everything _, CaseSearch.TooShort _ -> query;
        };
    }

    private static String condition(CaseSearch search) {
        var person = "join participants q on q.id = f.participant_id and ";
        return switch (search) {
            case CaseSearch.Identity _ ->
                person + "q.identity_kind in ('PERSONAL', 'COORDINATION') and q.identity_number = :number";
            case CaseSearch.Name _ ->
                person + "(lower(q.name) like :pattern"
                        + " or (q.identity_kind = 'RESERVE' and q.identity_number = :reserve))";
            case CaseSearch.Number _ -> "join cases n on n.id = f.id and n.number = :number";
            case CaseSearch.Everything _ -> "";
            case CaseSearch.TooShort _ -> "join cases n on false";
        };
    }

    /** Those assigned to the member of staff that have not started, longest waiting first. */
    List<Found> toStart(StaffId staff, int limit) {
        return jdbc.sql(LIST + """
            where c.state = 'ACCEPTED' and not exists (select from restricted_cases x where x.case_id = c.id)
              and c.id in (select case_id from case_reach where staff_id = :staff and reach = 'CASEWORKER')
            order by c.accepted_on, c.number limit :limit\
            """)
                .param("staff", staff.value())
                .param("limit", limit)
                .query(CaseTables::found)
                .list();
    }

    /** Those that the member of staff leads, not ended, and that nobody who still works with cases has. */
    List<Found> withoutCaseworker(StaffId staff, int limit) {
        return jdbc.sql(LIST + """
            where c.state <> 'ENDED' and not exists (select from restricted_cases x where x.case_id = c.id)
              and c.id in (select case_id from case_reach where staff_id = :staff and reach = 'LEAD')
              and not exists (select from case_reach r where r.case_id = c.id and r.reach = 'CASEWORKER')
            order by c.accepted_on, c.number limit :limit\
            """)
                .param("staff", staff.value())
                .param("limit", limit)
                .query(CaseTables::found)
                .list();
    }

    List<CaseFrame> frames(Collection<CaseId> cases) {
        return jdbc.sql(LIST + "where c.id = any(:ids)")
                .param("ids", cases.stream().map(CaseId::value).distinct().toArray(UUID[]::new))
                .query((row, i) -> found(row, i).row().frame())
                .list();
    }

    /** When a case that the asker has opened in an emergency closes again; empty if it is not open so. */
    Optional<Instant> emergencyUntil(StaffId staff, CaseId id) {
        return jdbc.sql("""
            select max(closes_at) from emergency_access
            where case_id = :id and staff_id = :staff and opened_at <= asked_at() and closes_at > asked_at()\
            """)
                .param("id", id.value())
                .param("staff", staff.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    Optional<Whole> whole(CaseId id) {
        return jdbc.sql("""
            select c.*, p.name, p.anonymous, p.protection, p.interpreter, p.language, a.staff_id as caseworker,
              exists (select from restricted_cases x where x.case_id = c.id) as restricted, f.received_on, f.source, f.source_name, f.reason, f.wanted_effort
            from cases c join participants p on p.id = c.participant_id join referrals f on f.id = c.referral_id
            left join assignments a on a.case_id = c.id and a.to_on is null where c.id = ?\
            """).param(id.value()).query(CaseTables::whole).optional();
    }

    List<Moved> history(CaseId id) {
        return jdbc.sql("select * from case_changes where case_id = ? order by id")
                .param(id.value())
                .query((row, i) -> new Moved(
                        row.getObject("effective_on", LocalDate.class),
                        CaseState.valueOf(row.getString("from_state")),
                        CaseState.valueOf(row.getString("to_state")),
                        row.getString("reason"),
                        ending(row),
                        new StaffId(row.getObject("by_staff", UUID.class))))
                .list();
    }

    List<Held> assignments(CaseId id) {
        return jdbc.sql("select * from assignments where case_id = ? order by id")
                .param(id.value())
                .query((row, i) -> new Held(
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        row.getObject("from_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("to_on", LocalDate.class)),
                        row.getString("reason"),
                        new StaffId(row.getObject("assigned_by", UUID.class))))
                .list();
    }

    private static Found found(ResultSet row, int i) throws SQLException {
        return new Found(
                row(row),
                new AssociationId(row.getObject("association_id", UUID.class)),
                new ParticipantId(row.getObject("participant_id", UUID.class)));
    }

    private static CaseRow row(ResultSet row) throws SQLException {
        return new CaseRow(
                new CaseFrame(
                        new CaseId(row.getObject("id", UUID.class)),
                        row.getString("number"),
                        Optional.ofNullable(row.getString("name")).orElse(""),
                        row.getBoolean("anonymous"),
                        Protection.valueOf(row.getString("protection")).isMarked(),
                        row.getBoolean("interpreter"),
                        row.getString("language"),
                        row.getString("state"),
                        row.getBoolean("restricted"),
                        Set.of(),
                        Optional.empty()),
                new InitiativeId(row.getObject("initiative_id", UUID.class)),
                "",
                Optional.ofNullable(row.getObject("caseworker", UUID.class)).map(StaffId::new),
                "",
                row.getObject("accepted_on", LocalDate.class),
                Optional.ofNullable(row.getObject("started_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)));
    }

    private static Whole whole(ResultSet row, int i) throws SQLException {
        return new Whole(
                row(row),
                livelihood(row.getString("income_before"), row.getBigDecimal("hours_before")),
                livelihood(row.getString("income_after"), row.getBigDecimal("hours_after")),
                ending(row),
                new CaseView.Brought(
                        new ReferralId(row.getObject("referral_id", UUID.class)),
                        row.getObject("received_on", LocalDate.class),
                        ReferralSource.valueOf(row.getString("source")),
                        row.getString("source_name"),
                        row.getString("reason"),
                        row.getString("wanted_effort")),
                row.getInt("version"));
    }

    private static Livelihood livelihood(@Nullable String income, @Nullable BigDecimal hours) {
        return new Livelihood(Optional.ofNullable(income).map(IncomeSource::valueOf), Optional.ofNullable(hours));
    }

    private static Optional<CaseStep.Ending> ending(ResultSet row) throws SQLException {
        var reason = row.getString("end_reason");
        return reason == null
                ? Optional.empty()
                : Optional.of(
                        new CaseStep.Ending(EndReason.valueOf(reason), Outcome.valueOf(row.getString("outcome"))));
    }
}
