package se.framsteg.cases.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;

/** Emergencies as rows. Guards nothing: the door does, and the database's policies. */
@Component
class EmergencyStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    EmergencyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As what somebody is told. */
    enum As {
        LEAD,
        REVIEWER
    }

    record Stored(
            EmergencyId id,
            AssociationId association,
            OrganisationId organisation,
            CaseId caseId,
            StaffId by,
            String reason,
            Instant openedAt,
            Instant closesAt) {}

    record Noted(StaffId by, Instant at) {}

    /** One that waits to be taken note of by a lead, who reaches the case. */
    record Waiting(Stored emergency, ParticipantId participant) {}

    /** Whether the asker reaches it or not; empty for no case of the asker's organisation, or of somebody protected. */
    Optional<CaseId> find(String number, String identity) {
        return jdbc.sql("select emergency_case(:number, :identity)")
                .param("number", number)
                .param("identity", identity)
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
    }

    void open(Actor.Staff by, CaseId caseId, String reason) {
        jdbc.sql("""
            insert into emergency_access (id, association_id, organisation_id, case_id, staff_id, reason, opened_at, closes_at)
            values (:id, :association, :organisation, :case, :by, :reason, asked_at(), asked_at() + interval '1 hour')\
            """)
                .param("id", EmergencyId.create().value())
                .param("association", by.association().value())
                .param("organisation", by.organisation().value())
                .param("case", caseId.value())
                .param("by", by.id().value())
                .param("reason", reason)
                .update();
    }

    Optional<Stored> read(EmergencyId id) {
        return jdbc.sql("select * from emergency_access where id = ?")
                .param(id.value())
                .query(EmergencyStore::stored)
                .optional();
    }

    /** As what this member of staff is told of it, if at all. */
    Optional<As> toldAs(Actor.Staff staff, Stored emergency) {
        return jdbc.sql("""
            select case
              when exists (select from case_reach r where r.case_id = :case and r.staff_id = :staff and r.reach = 'LEAD')
                then 'LEAD'
              when :organisation = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])) then 'REVIEWER'
              end\
            """)
                .param("case", emergency.caseId().value())
                .param("staff", staff.id().value())
                .param("organisation", emergency.organisation().value())
                .query(String.class)
                .optional()
                .map(As::valueOf);
    }

    Optional<Noted> noted(EmergencyId id, As as) {
        return jdbc.sql("select taken_by, taken_at from emergency_notices where emergency_id = ? and taken_as = ?")
                .param(id.value())
                .param(as.name())
                .query((row, i) -> new Noted(
                        new StaffId(row.getObject("taken_by", UUID.class)), instant(row, "taken_at")))
                .optional();
    }

    /** False if somebody has taken note already. */
    boolean takeNote(EmergencyId id, As as, StaffId by) {
        return jdbc.sql("""
            insert into emergency_notices (emergency_id, taken_as, taken_by, taken_at) values (:id, :as, :by, :now)
            on conflict do nothing\
            """)
                        .param("id", id.value())
                        .param("as", as.name())
                        .param("by", by.value())
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those in the cases that this lead reaches, earliest first. */
    List<Waiting> forLead(StaffId lead, int most) {
        return jdbc.sql("""
            select e.*, c.participant_id
            from emergency_access e join cases c on c.id = e.case_id
            join case_reach r on r.case_id = e.case_id and r.staff_id = :lead and r.reach = 'LEAD'
            where not exists (select from emergency_notices n where n.emergency_id = e.id and n.taken_as = 'LEAD')
            order by e.opened_at limit :most\
            """)
                .param("lead", lead.value())
                .param("most", most)
                .query((row, i) -> new Waiting(
                        stored(row, i), new ParticipantId(row.getObject("participant_id", UUID.class))))
                .list();
    }

    /** Those in the organisation that the administrator has not taken note of, earliest first. */
    List<Stored> forReviewer(OrganisationId organisation, int most) {
        return jdbc.sql("""
            select e.* from emergency_access e
            where e.organisation_id = :organisation
              and not exists (select from emergency_notices n where n.emergency_id = e.id and n.taken_as = 'REVIEWER')
            order by e.opened_at limit :most\
            """)
                .param("organisation", organisation.value())
                .param("most", most)
                .query(EmergencyStore::stored)
                .list();
    }

    private static Stored stored(ResultSet row, int i) throws SQLException {
        return new Stored(
                new EmergencyId(row.getObject("id", UUID.class)),
                new AssociationId(row.getObject("association_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getString("reason"),
                instant(row, "opened_at"),
                instant(row, "closes_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
