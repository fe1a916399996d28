package se.framsteg.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.audit.Trace;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;

/**
 * Cases of other organisations, as far as consents open them to whoever is asking: the view {@code opened_cases} shows no
 * others, and of the person the name alone that a consent opens. Guards nothing: doors do.
 */
@Component
class SharedCaseTable {
    private static final String OPENED = """
        select o.*, p.name, coalesce(p.protection, 'NONE') as protection, coalesce(p.interpreter, false) as interpreter,
          coalesce(p.language, 'sv') as language, x.until, %s as fresh
        from opened_cases o left join opened_persons p on p.id = o.participant_id
        cross join lateral (select max(f.valid_until) as until, max(f.since) as since from opened_by_consent f
          where f.case_id = o.case_id) x
        """;

    private static final String LISTED = OPENED.formatted("""
        x.since > coalesce((select max(l.at) from asker_looks l
          where l.case_id = o.case_id and l.action = 'SEE_SHARED_CASE'), '-infinity')\
        """);

    /** What is being looked at is new no longer: the reader's looks, which may be many, are not read for it. */
    private static final String LOOKED_AT = OPENED.formatted("false");

    private final JdbcClient jdbc;

    SharedCaseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A case that is open in part.
     *
     * @param before what the person lived on before it; nothing unless that is open
     * @param until the last day on which anything of it is open, as it stands now
     * @param fresh whether something has been opened since whoever is asking looked at it last; told in lists
     */
    record Found(
            CaseFrame frame,
            OrganisationId organisation,
            InitiativeId initiative,
            ParticipantId participant,
            Optional<StaffId> caseworker,
            Optional<LocalDate> startedOn,
            Livelihood before,
            Trace trace,
            LocalDate until,
            boolean fresh) {}

    /** The newest numbers first. A person is found by what of them is open alone: the database shows no more. */
    List<Found> list(CaseSearch search, int limit, int offset) {
        var query = jdbc.sql(LISTED + condition(search) + " order by o.number desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset);
        return CaseTables.with(query, search).query(SharedCaseTable::found).list();
    }

    private static String condition(CaseSearch search) {
        return switch (search) {
            case CaseSearch.Identity _ ->
                "where p.identity_kind in ('PERSONAL', 'COORDINATION') and p.identity_number = :number";
            case CaseSearch.Name _ ->
                "where lower(p.name) like :pattern or (p.identity_kind = 'RESERVE' and p.identity_number = :reserve)";
            case CaseSearch.Number _ -> "where o.number = :number";
            case CaseSearch.Everything _ -> "";
            case CaseSearch.TooShort _ -> "where false";
        };
    }

    /** Those in which something has been opened that whoever is asking has not looked at. */
    List<Found> fresh(int limit) {
        return jdbc.sql("select * from (" + LISTED + ") o where o.fresh order by o.number desc limit ?")
                .param(limit)
                .query(SharedCaseTable::found)
                .list();
    }

    /** What is open of this case, what for and until when. */
    List<SharedCases.Opened> openings(CaseId id) {
        return jdbc.sql("""
            select purpose, valid_until, array_agg(kind order by array_position(array['IDENTITY', 'PLAN', 'JOINT_PLAN', 'ASSESSMENTS',
              'ACTIVITIES', 'WORK', 'HEALTH', 'SOCIAL', 'ECONOMY', 'NOTES', 'WORKSHEETS'], kind)) as kinds
            from opened_by_consent where case_id = ? group by purpose, valid_until order by valid_until, purpose\
            """)
                .param(id.value())
                .query((row, i) -> new SharedCases.Opened(
                        List.of((String[]) row.getArray("kinds").getArray()),
                        row.getString("purpose"),
                        row.getObject("valid_until", LocalDate.class)))
                .list();
    }

    Found find(CaseId id) {
        return jdbc.sql(LOOKED_AT + "where o.case_id = ?")
                .param(id.value())
                .query(SharedCaseTable::found)
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    CaseFrame frame(CaseId id, Set<Action> allowed) {
        return find(id).frame().openTo(allowed, Optional.empty());
    }

    private static Found found(ResultSet row, int i) throws SQLException {
        var id = new CaseId(row.getObject("case_id", UUID.class));
        var participant = new ParticipantId(row.getObject("participant_id", UUID.class));
        return new Found(
                new CaseFrame(
                        id,
                        row.getString("number"),
                        Optional.ofNullable(row.getString("name")).orElse(""),
                        false,
                        Protection.valueOf(row.getString("protection")).isMarked(),
                        row.getBoolean("interpreter"),
                        row.getString("language"),
                        row.getString("state"),
                        false,
                        Set.of(),
                        Optional.empty()),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new InitiativeId(row.getObject("initiative_id", UUID.class)),
                participant,
                Optional.ofNullable(row.getObject("caseworker", UUID.class)).map(StaffId::new),
                Optional.ofNullable(row.getObject("started_on", LocalDate.class)),
                new Livelihood(
                        Optional.ofNullable(row.getString("income_before")).map(IncomeSource::valueOf),
                        Optional.ofNullable(row.getBigDecimal("hours_before"))),
                Trace.ofCase(id, new AssociationId(row.getObject("association_id", UUID.class)), participant),
                row.getObject("until", LocalDate.class),
                row.getBoolean("fresh"));
    }
}
