package se.framsteg.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.audit.Journal;
import se.framsteg.audit.Trace;
import se.framsteg.cases.Result;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Id;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.StaffId;

/**
 * The door to holding a case: it is kept whatever its rule says, until the hold is lifted. By the lead of the case, who gives a
 * reason that those who have the case read, or by the organisation's administrator, for whom a case is its number.
 */
@Component
public class Holds {
    private final JdbcClient jdbc;
    private final Guard guard;
    private final Journal journal;
    private final StaffRegister staff;
    private final Clock clock;

    Holds(JdbcClient jdbc, Guard guard, Journal journal, StaffRegister staff, Clock clock) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.journal = journal;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param by the name of who set it */
    public record Hold(String reason, String by, Instant at) {
        /** The moment alone: the reason stays out of logs. */
        @Override
        public String toString() {
            return "held since " + at;
        }
    }

    /**
     * The hold on a case, if there is one.
     *
     * @throws NotFoundException unless the actor leads the case
     */
    @Transactional
    public Optional<Hold> see(Actor.Staff actor, CaseId id) {
        if (!guard.admit(actor, Action.SEE_CASE, id).contains(Action.HOLD_CASE)) {
            throw new NotFoundException();
        }
        return jdbc.sql("select * from retention_holds where case_id = ? and lifted_at is null")
                .param(id.value())
                .query((row, i) -> new Hold(
                        row.getString("reason"),
                        name(new StaffId(row.getObject("set_by", UUID.class))),
                        row.getObject("set_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private String name(StaffId by) {
        return staff.names(List.of(by)).getOrDefault(by, "");
    }

    /**
     * Holds the case. Stale if it is held already.
     *
     * @param reason 1–1000 characters
     * @throws NotFoundException unless the actor leads the case
     */
    @Transactional
    public Result<CaseId> hold(Actor.Staff actor, CaseId id, String reason) {
        guard.admit(actor, Action.HOLD_CASE, id);
        return add(actor, On.theCase(id), reason, false);
    }

    /**
     * Lifts the hold. Stale if there is none.
     *
     * @throws NotFoundException unless the actor leads the case
     */
    @Transactional
    public Result<CaseId> lift(Actor.Staff actor, CaseId id) {
        guard.admit(actor, Action.HOLD_CASE, id);
        return end(actor, On.theCase(id));
    }

    /**
     * The administrator holds a case that has ended, by its number, or a referral that became none, by its reference.
     *
     * @param reason 1–1000 characters, read by the other administrators
     * @throws NotFoundException unless the actor is the organisation's administrator
     */
    @Transactional
    public Result<Id> holdByNumber(Actor.Staff actor, String number, String reason) {
        var found = find(actor, number);
        if (found.isEmpty()) {
            return Result.refused("number", "retention.hold.number.unknown");
        }
        journal.write(actor.who(), Action.HOLD_CASE.name(), found.get().trace());
        return add(actor, found.get().on(), reason, true);
    }

    /**
     * The administrator lifts a hold, by the number of the case or the reference of the referral. Stale if there is none.
     *
     * @throws NotFoundException unless the actor is the organisation's administrator
     */
    @Transactional
    public Result<Id> liftByNumber(Actor.Staff actor, String number) {
        var found = find(actor, number).orElseThrow(NotFoundException::new);
        journal.write(actor.who(), Action.HOLD_CASE.name(), found.trace());
        return end(actor, found.on());
    }

    /** What is held. @param column that points to it */
    private record On<I extends Id>(I id, String column) {
        static On<CaseId> theCase(CaseId id) {
            return new On<>(id, "case_id");
        }
    }

    private record Found(On<Id> on, Trace trace) {}

    private Optional<Found> find(Actor.Staff actor, String number) {
        guard.admit(actor, Action.MANAGE_RETENTION, new Retention(actor.organisation()));
        var found = jdbc.sql("""
            select case_id, null as referral_id, participant_id from retention_cases
              where organisation_id = :organisation and number = :number
            union all select null, referral_id, participant_id from retention_referrals
              where organisation_id = :organisation and reference = upper(:number)\
            """)
                .param("organisation", actor.organisation().value())
                .param("number", number)
                .query((row, i) -> found(actor, row))
                .list();
        // Two referrals with one reference are hardly thinkable; then neither is meant.
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Found found(Actor.Staff actor, ResultSet row) throws SQLException {
        var person = new ParticipantId(row.getObject("participant_id", UUID.class));
        var theCase = row.getObject("case_id", UUID.class);
        if (theCase != null) {
            var id = new CaseId(theCase);
            return new Found(new On<>(id, "case_id"), Trace.ofCase(id, actor.association(), person));
        }
        var id = new ReferralId(row.getObject("referral_id", UUID.class));
        return new Found(new On<>(id, "referral_id"), new Trace("referral", id, actor.association(), null, person));
    }

    private <I extends Id> Result<I> add(Actor.Staff actor, On<I> on, String reason, boolean byAdministrator) {
        try {
            return done(
                    on.id(),
                    jdbc.sql("""
                        insert into retention_holds (id, association_id, organisation_id, %1$s, reason, by_administrator, set_by,
                          set_at)
                        values (:id, :association, :organisation, :on, :reason, :byAdministrator, :by, :now)
                        on conflict (%1$s) where lifted_at is null do nothing\
                        """.formatted(on.column()))
                            .param("id", UUID.randomUUID())
                            .param("association", actor.association().value())
                            .param("organisation", actor.organisation().value())
                            .param("on", on.id().value())
                            .param("reason", reason)
                            .param("byAdministrator", byAdministrator)
                            .param("by", actor.id().value())
                            .param("now", now())
                            .update());
        } catch (DataIntegrityViolationException e) {
            // It was being disposed of while it was to be held: now there is no such case.
            throw new NotFoundException();
        }
    }

    private <I extends Id> Result<I> end(Actor.Staff actor, On<I> on) {
        return done(
                on.id(),
                jdbc.sql("update retention_holds set lifted_by = :by, lifted_at = :now where " + on.column()
                                + " = :on and lifted_at is null")
                        .param("by", actor.id().value())
                        .param("now", now())
                        .param("on", on.id().value())
                        .update());
    }

    private static <I extends Id> Result<I> done(I id, int rows) {
        return rows == 1 ? new Result.Done<>(id) : new Result.Stale<>();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
