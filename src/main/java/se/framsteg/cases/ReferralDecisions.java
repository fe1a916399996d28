package se.framsteg.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ReferralId;

/** Decides about referrals; one that is accepted becomes a case. */
@Component
class ReferralDecisions {
    private final Guard guard;
    private final ReferralStore referrals;
    private final CaseStore cases;
    private final StaffRegister staff;
    private final Clock clock;

    ReferralDecisions(Guard guard, ReferralStore referrals, CaseStore cases, StaffRegister staff, Clock clock) {
        this.guard = guard;
        this.referrals = referrals;
        this.cases = cases;
        this.staff = staff;
        this.clock = clock;
    }

    Result<Optional<CaseId>> decide(Actor.Staff actor, ReferralId id, int version, Decision decision) {
        var permit = guard.permit(actor, Action.DECIDE_REFERRAL, id);
        var result = store(actor, id, version, decision);
        permit.journal(result instanceof Result.Done<Optional<CaseId>> ? Action.DECIDE_REFERRAL : Action.SEE_REFERRAL);
        return result;
    }

    private Result<Optional<CaseId>> store(Actor.Staff actor, ReferralId id, int version, Decision decision) {
        var referral = referrals.lock(id);
        if (!referral.state().isOpen() || referral.version() != version) {
            return new Result.Stale<>();
        }
        var refusals = check(referral, decision);
        if (!refusals.isEmpty()) {
            return new Result.Refused<>(refusals);
        }
        referrals.decide(id, decision, actor.id());
        return new Result.Done<>(
                decision.outcome() == ReferralState.ACCEPTED
                        ? Optional.of(cases.open(
                                referral, decision.on(), decision.caseworker().orElseThrow(), actor.id()))
                        : Optional.empty());
    }

    private List<Result.Refusal> check(ReferralStore.Stored referral, Decision decision) {
        var refusals = new ArrayList<Result.Refusal>();
        var last = referrals.decisions(referral.id()).stream()
                .map(ReferralStore.Decided::on)
                .reduce(referral.receivedOn(), (a, b) -> a.isAfter(b) ? a : b);
        if (decision.on().isBefore(last)) {
            refusals.add(Result.Refusal.of("on", "decision.too-early", last));
        }
        if (decision.on().isAfter(LocalDate.now(clock))) {
            refusals.add(Result.Refusal.of("on", "decision.future"));
        }
        if (decision.outcome() == ReferralState.ACCEPTED) {
            if (decision.caseworker().filter(caseworkers(referral)::contains).isEmpty()) {
                refusals.add(Result.Refusal.of("caseworker", "decision.caseworker.required"));
            }
        } else if (decision.reason().isBlank()) {
            refusals.add(Result.Refusal.of("reason", "decision.reason.required"));
        }
        return refusals;
    }

    private java.util.Set<se.framsteg.shared.StaffId> caseworkers(ReferralStore.Stored referral) {
        return staff.withRole(referral.organisation(), Role.CASEWORKER).keySet();
    }
}
