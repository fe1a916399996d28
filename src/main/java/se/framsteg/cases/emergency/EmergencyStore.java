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

    /** As what somebody is told, those first who are told which case it is and have most to say about it. */
    enum As {
        LEAD,
        CASEWORKER,
        REVIEWER;

        boolean knowsCase() {
            return this != REVIEWER;
        }
    }

    record Stored(
            EmergencyId id,
            AssociationId association,
            OrganisationId organisation,
            CaseId caseId,
            StaffId by,
            String reason,
            Instant openedAt,
            Instant closesAt) {
        /** Without the reason. */
        @Override
        public String toString() {
            return "emergency " + id;
        }
    }

    record Noted(StaffId by, Instant at) {}

    /** One that waits to be taken note of by somebody who has the case. */
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

    /** All in a case, earliest first. */
    List<Stored> of(CaseId id) {
        return jdbc.sql("select * from emergency_access where case_id = ? order by opened_at, id")
                .param(id.value())
                .query(EmergencyStore::stored)
                .list();
    }

    /** As what this member of staff is told of it; empty if not at all. */
    List<As> toldAs(Actor.Staff staff, Stored emergency) {
        return jdbc
                .sql("""
                    select r.reach as told_as from case_reach r where r.case_id = :case and r.staff_id = :staff
                    union
                    select 'REVIEWER' where :organisation = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR']))\
                    """)
                .param("case", emergency.caseId().value())
                .param("staff", staff.id().value())
                .param("organisation", emergency.organisation().value())
                .query((row, i) -> As.valueOf(row.getString("told_as")))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    Optional<Noted> noted(EmergencyId id, As as) {
        return jdbc.sql("select taken_by, taken_at from emergency_notices where emergency_id = ? and taken_as = ?")
                .param(id.value())
                .param(as.name())
                .query((row, i) ->
                        new Noted(new StaffId(row.getObject("taken_by", UUID.class)), instant(row, "taken_at")))
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

    /** Those in the cases that this member of staff has, as lead or caseworker, earliest first. Nobody takes note of the own. */
    List<Waiting> inCasesOf(StaffId staff, int most) {
        return jdbc.sql("""
            select e.*, c.participant_id
            from emergency_access e join cases c on c.id = e.case_id
            where e.staff_id <> :staff and exists (select from case_reach r where r.case_id = e.case_id and r.staff_id = :staff
              and not exists (select from emergency_notices n where n.emergency_id = e.id and n.taken_as = r.reach))
            order by e.opened_at limit :most\
            """)
                .param("staff", staff.value())
                .param("most", most)
                .query((row, i) ->
                        new Waiting(stored(row, i), new ParticipantId(row.getObject("participant_id", UUID.class))))
                .list();
    }

    /** Those in the organisation that no administrator has taken note of, earliest first. Nobody takes note of the own. */
    List<Stored> forReviewer(Actor.Staff reviewer, int most) {
        return jdbc.sql("""
            select e.* from emergency_access e
            where e.organisation_id = :organisation and e.staff_id <> :staff
              and not exists (select from emergency_notices n where n.emergency_id = e.id and n.taken_as = 'REVIEWER')
            order by e.opened_at limit :most\
            """)
                .param("organisation", reviewer.organisation().value())
                .param("staff", reviewer.id().value())
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
