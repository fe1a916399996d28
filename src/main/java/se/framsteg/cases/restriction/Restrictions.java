package se.framsteg.cases.restriction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.Result;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/** The door to restricting what is done with a case (GDPR art. 18). */
@Component
public class Restrictions {
    private final JdbcClient jdbc;
    private final Guard guard;
    private final CaseDoor door;
    private final StaffRegister staff;
    private final Clock clock;

    Restrictions(JdbcClient jdbc, Guard guard, CaseDoor door, StaffRegister staff, Clock clock) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.door = door;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param by the name of who wrote it down */
    public record Restriction(String reason, LocalDate saidOn, String by, Instant at) {
        /** The day alone: what the person said stays out of logs. */
        @Override
        public String toString() {
            return "restricted since " + saidOn;
        }
    }

    /**
     * The restriction that holds now, if there is one.
     *
     * @throws NotFoundException if the actor may not restrict the case
     */
    @Transactional
    public Optional<Restriction> see(Actor.Staff actor, CaseId id) {
        if (!guard.admit(actor, Action.SEE_CASE, id).contains(Action.RESTRICT_PROCESSING)) {
            throw new NotFoundException();
        }
        return jdbc.sql("select * from case_restrictions where case_id = ? and lifted_at is null")
                .param(id.value())
                .query((row, i) -> new Restriction(
                        row.getString("reason"),
                        row.getObject("said_on", LocalDate.class),
                        name(new StaffId(row.getObject("set_by", UUID.class))),
                        row.getObject("set_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private String name(StaffId by) {
        return staff.names(List.of(by)).getOrDefault(by, "");
    }

    /**
     * Restricts the case. Stale if it is restricted already.
     *
     * @param reason 1–1000 characters
     * @param saidOn when the person asked for it, not after today
     * @throws NotFoundException if the actor may not see the case
     */
    @Transactional
    public Result<CaseId> restrict(Actor.Staff actor, CaseId id, String reason, LocalDate saidOn) {
        return door.change(actor, Action.RESTRICT_PROCESSING, Action.SEE_CASE, id, () -> {
            if (saidOn.isAfter(LocalDate.now(clock))) {
                return Result.refused("saidOn", "restriction.said-on.future");
            }
            return done(id, add(actor, id, reason, saidOn));
        });
    }

    private int add(Actor.Staff actor, CaseId id, String reason, LocalDate saidOn) {
        try {
            return jdbc.sql("""
                insert into case_restrictions (id, association_id, organisation_id, case_id, reason, said_on, set_by, set_at)
                values (:id, :association, :organisation, :case, :reason, :on, :by, :now)
                on conflict (case_id) where lifted_at is null do nothing\
                """)
                    .param("id", UUID.randomUUID())
                    .param("association", actor.association().value())
                    .param("organisation", actor.organisation().value())
                    .param("case", id.value())
                    .param("reason", reason)
                    .param("on", saidOn)
                    .param("by", actor.id().value())
                    .param("now", now())
                    .update();
        } catch (DataIntegrityViolationException e) {
            // The case was disposed of meanwhile.
            throw new NotFoundException();
        }
    }

    /**
     * Lifts the restriction. Stale if there is none.
     *
     * @param reason 1–1000 characters
     * @throws NotFoundException if the actor may not see the case
     */
    @Transactional
    public Result<CaseId> lift(Actor.Staff actor, CaseId id, String reason) {
        return door.change(
                actor,
                Action.RESTRICT_PROCESSING,
                Action.SEE_CASE,
                id,
                () -> done(
                        id,
                        jdbc.sql("""
                            update case_restrictions set lifted_by = :by, lifted_at = :now, lifted_reason = :reason
                            where case_id = :case and lifted_at is null\
                            """)
                                .param("by", actor.id().value())
                                .param("now", now())
                                .param("reason", reason)
                                .param("case", id.value())
                                .update()));
    }

    private static Result<CaseId> done(CaseId id, int rows) {
        return rows == 1 ? new Result.Done<>(id) : new Result.Stale<>();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
