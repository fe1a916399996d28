package se.framsteg.plan.document;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.plan.PlanId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to signatures. Whoever has the case records how others sign, on the screen or on paper; each who is signed in signs for
 * themselves alone, also a colleague of another organisation who sees the plan by the person's yes.
 */
@Component
public class Signatures {
    private final Guard guard;
    private final CaseDoor door;
    private final Cases cases;
    private final PlanDocuments.Kept kept;
    private final Contents contents;
    private final OrganisationRegister organisations;

    Signatures(
            Guard guard,
            CaseDoor door,
            Cases cases,
            PlanDocuments.Kept kept,
            Contents contents,
            OrganisationRegister organisations) {
        this.guard = guard;
        this.door = door;
        this.cases = cases;
        this.kept = kept;
        this.contents = contents;
        this.organisations = organisations;
    }

    /**
     * Records a signature on the screen or on paper. The same once more changes nothing.
     *
     * @param signature drawn or on paper; with a new id, the same when the same form is sent twice
     * @return refused if the day has not come or is before the version was made, or if the same person has signed it already; stale if
     *     the actor may no longer
     * @throws NotFoundException if the actor may not see the plan, or there is no such version of it
     */
    @Transactional
    public Result<SignatureId> sign(Actor.Staff actor, CaseId caseId, PlanId plan, int number, Signature signature) {
        if (signature.how() == Signature.How.SIGNED_IN) {
            throw new IllegalArgumentException("whoever is signed in confirms for themselves");
        }
        return door.change(
                actor,
                Action.SIGN_PLAN,
                Action.SEE_WHOLE_PLAN,
                caseId,
                () -> sign(actor, caseId, plan, number, signature, false));
    }

    /**
     * Signs for whoever is signed in. The same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return refused if they have signed it already; stale if they may no longer
     * @throws NotFoundException if the actor may not see the plan, or there is no such version of it
     */
    @Transactional
    public Result<SignatureId> confirm(Actor.Staff actor, CaseId caseId, PlanId plan, int number, SignatureId id) {
        var permit = guard.permit(actor, Action.SEE_PLAN, caseId);
        var result = mayConfirm(actor, caseId)
                ? sign(actor, caseId, plan, number, own(actor, id), true)
                : new Result.Stale<SignatureId>();
        permit.journal(result instanceof Result.Done<?> ? Action.SIGN_PLAN : Action.SEE_PLAN);
        return result;
    }

    private boolean mayConfirm(Actor.Staff actor, CaseId caseId) {
        var allowed = guard.allowed(actor, caseId);
        return allowed.contains(Action.SIGN_PLAN)
                || PlanDocuments.isColleague(allowed)
                        && !cases.frameOfPart(actor, caseId).restricted();
    }

    private Signature own(Actor.Staff actor, SignatureId id) {
        var organisation = organisations.names(actor.association()).getOrDefault(actor.organisation(), "");
        return new Signature(
                id,
                Signature.How.SIGNED_IN,
                actor.name(),
                organisation.substring(0, Math.min(organisation.length(), Signature.LONGEST)),
                Optional.empty(),
                false,
                contents.today());
    }

    private Result<SignatureId> sign(
            Actor.Staff actor, CaseId caseId, PlanId plan, int number, Signature signature, boolean oneself) {
        kept.requirePlan(caseId, plan);
        var content = kept.versions().content(plan, number).orElseThrow(NotFoundException::new);
        var fault = day(signature.on(), content);
        if (fault.isPresent()) {
            return Result.refused("on", fault.get());
        }
        var staff = oneself ? Optional.of(actor.id()) : Optional.<se.framsteg.shared.StaffId>empty();
        return kept.signatures().add(plan, number, signature, staff, Optional.of(actor.id()))
                ? new Result.Done<>(signature.id())
                : Result.refused("who", "plan-document.sign.already");
    }

    /** What can't be so with the day; empty if nothing. */
    private Optional<String> day(LocalDate day, PlanContent content) {
        return faultOfDay(day, content, contents.today());
    }

    /** What can't be so with a day on which something was done with a version. */
    static Optional<String> faultOfDay(LocalDate day, PlanContent content, LocalDate today) {
        if (day.isAfter(today)) {
            return Optional.of("plan-document.day.future");
        }
        return day.isBefore(content.day()) ? Optional.of("plan-document.day.before-version") : Optional.empty();
    }
}
