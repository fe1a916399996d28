package se.framsteg.employment.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.employment.Employment;
import se.framsteg.employment.Employments;
import se.framsteg.employment.counsel.Counselling;
import se.framsteg.employment.counsel.Counsellings;
import se.framsteg.employment.counsel.Disclosure;
import se.framsteg.employment.counsel.Disclosures;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/** The door to all that belongs to work in one case, on one page. */
@Component
public class Works {
    private final Guard guard;
    private final Employments employments;
    private final Counsellings counsellings;
    private final Disclosures disclosures;
    private final CaseOutcomes outcomes;
    private final Clock clock;

    Works(
            Guard guard,
            Employments employments,
            Counsellings counsellings,
            Disclosures disclosures,
            CaseOutcomes outcomes,
            Clock clock) {
        this.guard = guard;
        this.employments = employments;
        this.counsellings = counsellings;
        this.disclosures = disclosures;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * @param outcome as of today; empty before the case has started
     * @param employments the last first, withdrawn ones too
     */
    public record Shown(
            Optional<Outcome> outcome,
            List<Employment> employments,
            List<Counselling> counsellings,
            List<Disclosure> disclosures,
            boolean changeable) {}

    /** @throws NotFoundException if the actor may not see it */
    @Transactional
    public Shown see(Actor.Staff actor, CaseId caseId) {
        var allowed = guard.admit(actor, Action.SEE_WORK_SUPPORT, caseId);
        var all = employments.of(caseId);
        return new Shown(
                outcomes.of(caseId, all, LocalDate.now(clock)),
                all.reversed(),
                counsellings.of(caseId),
                disclosures.of(caseId),
                allowed.contains(Action.CHANGE_WORK_SUPPORT));
    }
}
