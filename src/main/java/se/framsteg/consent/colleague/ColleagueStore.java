package se.framsteg.consent.colleague;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/** Namings as rows. Guards nothing: the door does. */
@Component
class ColleagueStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    ColleagueStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All who are or were named, those who are first, by name. */
    List<Colleague> of(CaseId id) {
        return jdbc.sql("""
            select n.*, s.name, o.name as organisation_name from case_colleagues n
            join staff s on s.id = n.staff_id join organisations o on o.id = n.organisation_id
            where n.case_id = ? order by n.ended_at nulls first, s.name, n.id\
            """).param(id.value()).query(ColleagueStore::colleague).list();
    }

    /** Names; does nothing if the colleague is named already. */
    void name(CaseId id, Actor.Staff colleague, StaffId by) {
        jdbc.sql("""
            insert into case_colleagues (association_id, case_id, organisation_id, staff_id, named_by, named_at)
            values (:association, :case, :organisation, :staff, :by, :now)
            on conflict (case_id, staff_id) where ended_at is null do nothing\
            """)
                .param("association", colleague.association().value())
                .param("case", id.value())
                .param("organisation", colleague.organisation().value())
                .param("staff", colleague.id().value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Whether the colleague was named and no longer is. */
    boolean end(CaseId id, StaffId colleague, StaffId by) {
        return jdbc.sql("""
            update case_colleagues set ended_by = :by, ended_at = :now
            where case_id = :case and staff_id = :staff and ended_at is null\
            """)
                        .param("by", by.value())
                        .param("now", now())
                        .param("case", id.value())
                        .param("staff", colleague.value())
                        .update()
                == 1;
    }

    /** Ends all namings on a case, by whoever is asking. */
    void endAll(CaseId id) {
        jdbc.sql("""
            update case_colleagues set ended_by = asking('STAFF'), ended_at = :now
            where case_id = :case and ended_at is null\
            """).param("now", now()).param("case", id.value()).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Colleague colleague(ResultSet row, int i) throws SQLException {
        return new Colleague(
                new StaffId(row.getObject("staff_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("name"),
                row.getString("organisation_name"),
                row.getObject("named_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Set.of());
    }
}
