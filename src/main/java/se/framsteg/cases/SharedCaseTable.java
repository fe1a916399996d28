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
          coalesce(p.language, 'sv') as language
        from opened_cases o left join opened_persons p on p.id = o.participant_id
        """;

    private final JdbcClient jdbc;

    SharedCaseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A case that is open in part.
     *
     * @param before what the person lived on before it; nothing unless that is open
     */
    record Found(
            CaseFrame frame,
            OrganisationId organisation,
            InitiativeId initiative,
            ParticipantId participant,
            Optional<StaffId> caseworker,
            Optional<LocalDate> startedOn,
            Livelihood before,
            Trace trace) {}

    /** The newest numbers first. */
    List<Found> list(int limit, int offset) {
        return jdbc.sql(OPENED + "order by o.number desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(SharedCaseTable::found)
                .list();
    }

    Found find(CaseId id) {
        return jdbc.sql(OPENED + "where o.case_id = ?")
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
                Trace.ofCase(id, new AssociationId(row.getObject("association_id", UUID.class)), participant));
    }
}
