package se.framsteg.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Gives cases to caseworkers. Only those of the owner organisation: towards others secrecy stands. */
@Component
class CaseAssignments {
    private final Guard guard;
    private final CaseStore cases;
    private final StaffRegister staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseAssignments(Guard guard, CaseStore cases, StaffRegister staff, ApplicationEventPublisher events, Clock clock) {
        this.guard = guard;
        this.cases = cases;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A change of caseworker.
     *
     * @param on not before the present one began, and not after today
     * @param reason 1–1000 characters
     */
    record Change(StaffId to, LocalDate on, String reason) {
        @Override
        public String toString() {
            return "change of caseworker";
        }
    }

    Map<StaffId, String> choices(CaseFacts facts) {
        return staff.withRole(facts.organisation(), Role.CASEWORKER);
    }

    Result<CaseId> assign(Actor.Staff actor, CaseId id, int version, Change change) {
        var permit = guard.permit(actor, Action.ASSIGN_CASE, id);
        var result = change(actor, id, version, change);
        permit.journal(result instanceof Result.Done<CaseId> ? Action.ASSIGN_CASE : Action.SEE_CASE);
        return result;
    }

    private Result<CaseId> change(Actor.Staff actor, CaseId id, int version, Change change) {
        var held = cases.lock(id);
        if (held.version() != version || held.facts().state() == CaseState.ENDED) {
            return new Result.Stale<>();
        }
        var refusals = check(held.facts(), change);
        if (!refusals.isEmpty()) {
            return new Result.Refused<>(refusals);
        }
        cases.assign(id, held.facts().organisation(), change.to(), change.on(), change.reason(), actor.id());
        events.publishEvent(new CaseReassigned(id));
        return new Result.Done<>(id);
    }

    private List<Result.Refusal> check(CaseFacts facts, Change change) {
        var refusals = new ArrayList<Result.Refusal>();
        if (!choices(facts).containsKey(change.to())) {
            refusals.add(Result.Refusal.of("caseworker", "assignment.caseworker.required"));
        }
        if (change.on().isAfter(LocalDate.now(clock))) {
            refusals.add(Result.Refusal.of("on", "assignment.future"));
        }
        if (change.reason().isBlank()) {
            refusals.add(Result.Refusal.of("reason", "assignment.reason.required"));
        }
        cases.current(facts.id()).ifPresent(current -> {
            if (current.staff().equals(change.to())) {
                refusals.add(Result.Refusal.of("caseworker", "assignment.same"));
            }
            if (change.on().isBefore(current.from())) {
                refusals.add(Result.Refusal.of("on", "assignment.too-early", current.from()));
            }
        });
        return refusals;
    }
}
