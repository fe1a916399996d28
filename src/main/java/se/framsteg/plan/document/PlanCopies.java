package se.framsteg.plan.document;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.consent.Consents;
import se.framsteg.consent.Kind;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.plan.PlanId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;

/**
 * The door to who is given a version. Everybody who took part gets a copy, and the person decides who else: an organisation needs the
 * person's yes (OSL 10 kap. 1 §, 12 kap. 2 §), here as on the screen.
 */
@Component
public class PlanCopies {
    /** What a yes must be about for an organisation to be given the plan. */
    static final Kind NEEDED = Kind.JOINT_PLAN;

    private final CaseDoor door;
    private final Cases cases;
    private final PlanDocuments.Kept kept;
    private final Contents contents;
    private final OrganisationRegister organisations;
    private final Consents consents;

    PlanCopies(
            CaseDoor door,
            Cases cases,
            PlanDocuments.Kept kept,
            Contents contents,
            OrganisationRegister organisations,
            Consents consents) {
        this.door = door;
        this.cases = cases;
        this.kept = kept;
        this.contents = contents;
        this.organisations = organisations;
        this.consents = consents;
    }

    /** The organisations that can be given a version at all, by name: not the association's own office. */
    Map<OrganisationId, String> organisations(Actor.Staff actor) {
        return organisations.recipients(actor.association());
    }

    /**
     * Records that somebody has been given a version. The same once more changes nothing.
     *
     * @param copy with a new id, the same when the same form is sent twice
     * @param organisation that the recipient is or comes from; empty for the person and those who come as themselves
     * @return refused if the day has not come or is before the version was made, or if the person has not said yes to the organisation;
     *     stale if something else is saved under the id, or if the actor may no longer
     * @throws NotFoundException if the actor may not see the plan, there is no such version of it, or the organisation is no recipient
     */
    @Transactional
    public Result<CopyId> handOut(
            Actor.Staff actor,
            CaseId caseId,
            PlanId plan,
            int number,
            Copy copy,
            Optional<OrganisationId> organisation) {
        return door.change(actor, Action.HAND_OUT_PLAN, Action.SEE_WHOLE_PLAN, caseId, () -> {
            kept.requirePlan(caseId, plan);
            var content = kept.versions().content(plan, number).orElseThrow(NotFoundException::new);
            var fault = Signatures.faultOfDay(copy.on(), content, contents.today());
            if (fault.isPresent()) {
                return Result.refused("on", fault.get());
            }
            if (organisation.isPresent() && !isOpenTo(actor, caseId, organisation.get())) {
                return Result.refused("to", "plan-document.copy.no-consent");
            }
            return kept.copies().add(plan, number, copy, organisation, actor.id())
                    ? new Result.Done<>(copy.id())
                    : new Result.Stale<>();
        });
    }

    private boolean isOpenTo(Actor.Staff actor, CaseId caseId, OrganisationId organisation) {
        if (!organisations(actor).containsKey(organisation)) {
            throw new NotFoundException();
        }
        CaseFacts facts = cases.facts(caseId).orElseThrow(NotFoundException::new);
        return organisation.equals(facts.organisation())
                || consents.openNow(facts, organisation).contains(NEEDED);
    }
}
