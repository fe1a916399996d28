package se.framsteg.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.StaffId;

/** Referrals as rows. Lists hold what the view {@code referral_reach} opens; the rest guards nothing: the doors do. */
@Component
class ReferralStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    ReferralStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A referral as stored. */
    record Stored(
            ReferralId id,
            AssociationId association,
            OrganisationId organisation,
            InitiativeId initiative,
            ParticipantId participant,
            LocalDate receivedOn,
            ReferralSource source,
            String sourceName,
            Optional<ReferralParty> party,
            String reason,
            String wantedEffort,
            LocalDate agreedOn,
            ReferralState state,
            StaffId registeredBy,
            Instant registeredAt,
            int version) {}

    /** A decision as stored. */
    record Decided(ReferralState outcome, String reason, LocalDate on, StaffId by) {}

    /** A row of a list, with what the journal is to hold of it. */
    record Found(ReferralRow row, AssociationId association, ParticipantId participant) {}

    /** Waits until no other transaction is registering the referral with this id. */
    void lockId(ReferralId id) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(id.value().getLeastSignificantBits())
                .query(row -> {});
    }

    void add(NewReferral made, ParticipantId participant, OrganisationId owner, AssociationId association, StaffId by) {
        jdbc.sql("""
            insert into referrals (id, association_id, organisation_id, initiative_id, participant_id, received_on, source,
              source_name, party, reason, wanted_effort, agreed_on, state, registered_by, registered_at)
            values (:id, :association, :organisation, :initiative, :participant, :received, :source, :sourceName, :party, :reason,
              :wanted, :agreed, 'RECEIVED', :by, :now)\
            """)
                .param("id", made.id().value())
                .param("association", association.value())
                .param("organisation", owner.value())
                .param("initiative", made.initiative().value())
                .param("participant", participant.value())
                .param("received", made.receivedOn())
                .param("source", made.source().name())
                .param("sourceName", made.sourceName())
                .param("party", made.party().map(Enum::name).orElse(null))
                .param("reason", made.reason())
                .param("wanted", made.wantedEffort())
                .param("agreed", made.agreedOn())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    Optional<Stored> find(ReferralId id) {
        return jdbc.sql("select * from referrals where id = ?")
                .param(id.value())
                .query(ReferralStore::stored)
                .optional();
    }

    /** The referral, held until the transaction ends. */
    Stored lock(ReferralId id) {
        return jdbc.sql("select * from referrals where id = ? for update")
                .param(id.value())
                .query(ReferralStore::stored)
                .single();
    }

    void decide(ReferralId id, Decision decision, StaffId by) {
        jdbc.sql("update referrals set state = :state, version = version + 1 where id = :id")
                .param("state", decision.outcome().name())
                .param("id", id.value())
                .update();
        jdbc.sql("""
            insert into referral_decisions (referral_id, outcome, reason, decided_on, decided_by, at)
            values (:id, :outcome, :reason, :on, :by, :now)\
            """)
                .param("id", id.value())
                .param("outcome", decision.outcome().name())
                .param("reason", decision.reason())
                .param("on", decision.on())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    List<Decided> decisions(ReferralId id) {
        return jdbc.sql("select * from referral_decisions where referral_id = ? order by id")
                .param(id.value())
                .query((row, i) -> new Decided(
                        ReferralState.valueOf(row.getString("outcome")),
                        row.getString("reason"),
                        row.getObject("decided_on", LocalDate.class),
                        new StaffId(row.getObject("decided_by", UUID.class))))
                .list();
    }

    Optional<CaseId> madeCase(ReferralId id) {
        return jdbc.sql("select id from cases where referral_id = ?")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
    }

    /** Those that the member of staff reaches in these states, oldest first. */
    List<Found> list(StaffId staff, List<ReferralState> states, int limit, int offset) {
        return jdbc.sql(LIST + """
            where f.id in (select referral_id from referral_reach where staff_id = :staff) and f.state = any(:states)
            order by f.received_on, f.id limit :limit offset :offset\
            """)
                .param("staff", staff.value())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("limit", limit)
                .param("offset", offset)
                .query(this::found)
                .list();
    }

    /** Those waiting for a decision that the member of staff makes, oldest first. */
    List<Found> toDecide(StaffId staff, int limit) {
        return jdbc.sql(LIST + """
            where f.id in (select referral_id from referral_reach where staff_id = :staff and reach = 'LEAD')
              and f.state = 'RECEIVED'
            order by f.received_on, f.id limit :limit\
            """)
                .param("staff", staff.value())
                .param("limit", limit)
                .query(this::found)
                .list();
    }

    /** Other referrals of whoever has the same identity number, where this member of staff leads; newest first. */
    List<Found> sameIdentity(StaffId staff, Stored referral) {
        return jdbc.sql(LIST + """
            join participants self on self.id = :participant and p.organisation_id = self.organisation_id
              and p.identity_number = self.identity_number
              and p.identity_region is not distinct from self.identity_region
            where f.id <> :id
              and f.id in (select referral_id from referral_reach where staff_id = :staff and reach = 'LEAD')
            order by f.received_on desc, f.id limit 10\
            """)
                .param("participant", referral.participant().value())
                .param("id", referral.id().value())
                .param("staff", staff.value())
                .query(this::found)
                .list();
    }

    /** Whoever registered a referral and does not decide about it is told what they chose themselves of protection. */
    private static final String LIST = """
        select f.*, p.name, p.anonymous,
          case when p.protection_chosen is null or exists (select from referral_reach r
              where r.referral_id = f.id and r.staff_id = :staff and r.reach = 'LEAD')
            then p.protection else p.protection_chosen end as protection
        from referrals f join participants p on p.id = f.participant_id
        """;

    private Found found(ResultSet row, int i) throws SQLException {
        var stored = stored(row, i);
        return new Found(
                new ReferralRow(
                        stored.id(),
                        stored.initiative(),
                        "",
                        Optional.ofNullable(row.getString("name")).orElse(""),
                        row.getBoolean("anonymous"),
                        Protection.valueOf(row.getString("protection")).isMarked(),
                        stored.receivedOn(),
                        stored.source(),
                        stored.sourceName(),
                        stored.state(),
                        ChronoUnit.DAYS.between(stored.receivedOn(), LocalDate.now(clock))),
                stored.association(),
                stored.participant());
    }

    private static Stored stored(ResultSet row, int i) throws SQLException {
        return new Stored(
                new ReferralId(row.getObject("id", UUID.class)),
                new AssociationId(row.getObject("association_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new InitiativeId(row.getObject("initiative_id", UUID.class)),
                new ParticipantId(row.getObject("participant_id", UUID.class)),
                row.getObject("received_on", LocalDate.class),
                ReferralSource.valueOf(row.getString("source")),
                row.getString("source_name"),
                Optional.ofNullable(row.getString("party")).map(ReferralParty::valueOf),
                row.getString("reason"),
                row.getString("wanted_effort"),
                row.getObject("agreed_on", LocalDate.class),
                ReferralState.valueOf(row.getString("state")),
                new StaffId(row.getObject("registered_by", UUID.class)),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
