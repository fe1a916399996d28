package se.framsteg.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;

/** Cases as rows, to change them. Guards nothing: the doors do. */
@Component
class CaseStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A case held until the transaction ends.
     *
     * @param lastChangeOn the day of the latest change of state; until there is one, when the referral was received
     */
    record Held(CaseFacts facts, LocalDate lastChangeOn, int version) {}

    CaseId open(ReferralStore.Stored referral, LocalDate on, StaffId caseworker, StaffId by) {
        var id = CaseId.create();
        jdbc.sql("""
            insert into cases (id, association_id, organisation_id, initiative_id, participant_id, referral_id, number, state,
              accepted_on)
            values (:id, :association, :organisation, :initiative, :participant, :referral, :number, 'ACCEPTED', :on)\
            """)
                .param("id", id.value())
                .param("association", referral.association().value())
                .param("organisation", referral.organisation().value())
                .param("initiative", referral.initiative().value())
                .param("participant", referral.participant().value())
                .param("referral", referral.id().value())
                .param("number", nextNumber(referral.association(), on.getYear()))
                .param("on", on)
                .update();
        assign(id, referral.organisation(), caseworker, on, "", by);
        return id;
    }

    /** Numbers of one association and year are given one at a time, so none is given twice and none is left out. */
    private String nextNumber(AssociationId association, int year) {
        var last = jdbc.sql("""
            insert into case_numbers as n (association_id, year, last) values (:association, :year, 1)
            on conflict (association_id, year) do update set last = n.last + 1 returning last\
            """)
                .param("association", association.value())
                .param("year", year)
                .query(Integer.class)
                .single();
        return "%d-%04d".formatted(year, last);
    }

    Optional<CaseFacts> facts(CaseId id) {
        return jdbc.sql("select * from cases where id = ?")
                .param(id.value())
                .query((row, i) -> facts(row))
                .optional();
    }

    Held lock(CaseId id) {
        return jdbc.sql("""
            select c.*, coalesce((select max(effective_on) from case_changes h where h.case_id = c.id), f.received_on)
              as last_change_on
            from cases c join referrals f on f.id = c.referral_id where c.id = ? for update of c\
            """)
                .param(id.value())
                .query((row, i) ->
                        new Held(facts(row), row.getObject("last_change_on", LocalDate.class), row.getInt("version")))
                .single();
    }

    private static CaseFacts facts(ResultSet row) throws SQLException {
        return new CaseFacts(
                new CaseId(row.getObject("id", UUID.class)),
                new AssociationId(row.getObject("association_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new InitiativeId(row.getObject("initiative_id", UUID.class)),
                new ParticipantId(row.getObject("participant_id", UUID.class)),
                row.getString("number"),
                CaseState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("started_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)));
    }

    void start(CaseId id, LocalDate on, Livelihood before) {
        jdbc.sql("update cases set started_on = :on where id = :id")
                .param("on", on)
                .param("id", id.value())
                .update();
        before(id, before);
    }

    void before(CaseId id, Livelihood before) {
        jdbc.sql("""
            update cases set income_before = :income, hours_before = :hours, version = version + 1 where id = :id\
            """)
                .param("income", before.income().map(Enum::name).orElse(null))
                .param("hours", before.hours().orElse(null))
                .param("id", id.value())
                .update();
    }

    void end(CaseId id, LocalDate on, CaseStep.Ending ending, Livelihood after) {
        jdbc.sql("""
            update cases set state = 'ENDED', ended_on = :on, end_reason = :reason, outcome = :outcome,
              income_after = :income, hours_after = :hours where id = :id\
            """)
                .param("on", on)
                .param("reason", ending.reason().name())
                .param("outcome", ending.outcome().name())
                .param("income", after.income().map(Enum::name).orElse(null))
                .param("hours", after.hours().orElse(null))
                .param("id", id.value())
                .update();
    }

    /** Moves the case on and remembers that it did. An ending that no longer holds is taken away. */
    void move(Held held, CaseStep step, StaffId by) {
        jdbc.sql("""
            update cases set state = :to, version = version + 1,
              ended_on = case when :to = 'ENDED' then ended_on end,
              end_reason = case when :to = 'ENDED' then end_reason end,
              outcome = case when :to = 'ENDED' then outcome end,
              income_after = case when :to = 'ENDED' then income_after end,
              hours_after = case when :to = 'ENDED' then hours_after end
            where id = :id\
            """)
                .param("to", step.change().to().name())
                .param("id", held.facts().id().value())
                .update();
        jdbc.sql("""
            insert into case_changes (case_id, at, by_staff, effective_on, from_state, to_state, reason, end_reason, outcome)
            values (:id, :now, :by, :on, :from, :to, :reason, :endReason, :outcome)\
            """)
                .param("id", held.facts().id().value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", by.value())
                .param("on", step.on())
                .param("from", held.facts().state().name())
                .param("to", step.change().to().name())
                .param("reason", step.reason())
                .param(
                        "endReason",
                        step.ending().map(ending -> ending.reason().name()).orElse(null))
                .param(
                        "outcome",
                        step.ending().map(ending -> ending.outcome().name()).orElse(null))
                .update();
    }

    /** Who has the case now and since when; empty for none. */
    Optional<Assignment> current(CaseId id) {
        return jdbc.sql("select staff_id, from_on from assignments where case_id = ? and to_on is null")
                .param(id.value())
                .query((row, i) -> new Assignment(
                        new StaffId(row.getObject("staff_id", UUID.class)), row.getObject("from_on", LocalDate.class)))
                .optional();
    }

    record Assignment(StaffId staff, LocalDate from) {}

    void assign(CaseId id, OrganisationId organisation, StaffId to, LocalDate on, String reason, StaffId by) {
        jdbc.sql("update assignments set to_on = :on where case_id = :case and to_on is null")
                .param("on", on)
                .param("case", id.value())
                .update();
        jdbc.sql("""
            insert into assignments (organisation_id, case_id, staff_id, from_on, reason, assigned_by)
            values (:organisation, :case, :staff, :on, :reason, :by)\
            """)
                .param("organisation", organisation.value())
                .param("case", id.value())
                .param("staff", to.value())
                .param("on", on)
                .param("reason", reason)
                .param("by", by.value())
                .update();
        jdbc.sql("update cases set version = version + 1 where id = ?")
                .param(id.value())
                .update();
    }
}
