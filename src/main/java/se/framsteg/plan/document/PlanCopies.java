package se.framsteg.plan.document;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.plan.Parties;
import se.framsteg.plan.Party;
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
    private final CaseDoor door;
    private final Cases cases;
    private final PlanDocuments.Kept kept;
    private final Contents contents;
    private final Parties parties;

    PlanCopies(CaseDoor door, Cases cases, PlanDocuments.Kept kept, Contents contents, Parties parties) {
        this.door = door;
        this.cases = cases;
        this.kept = kept;
        this.contents = contents;
        this.parties = parties;
    }

    /**
     * All organisations that a version could be given to, and whether they may have it. Journals nothing: the pages have looked.
     *
     * @throws NotFoundException if the actor may not see the whole plan
     */
    List<Party> parties(Actor.Staff actor, CaseId caseId) {
        return parties.of(actor, caseId);
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
            var refused = organisation.flatMap(one -> refused(caseId, one));
            if (refused.isPresent()) {
                return Result.refused("to", refused.get());
            }
            return kept.copies().add(plan, number, copy, organisation, actor.id())
                    ? new Result.Done<>(copy.id())
                    : new Result.Stale<>();
        });
    }

    private Optional<String> refused(CaseId caseId, OrganisationId organisation) {
        var facts = cases.facts(caseId).orElseThrow(NotFoundException::new);
        var party = parties.of(facts).stream()
                .filter(one -> one.id().equals(organisation))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (party.may()) {
            return Optional.empty();
        }
        return Optional.of(
                party.knows() == Party.Knows.NO ? "plan-document.copy.said-no" : "plan-document.copy.no-consent");
    }
}
