package se.framsteg.plan;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/** The plan for a colleague of another organisation to whom the person has opened it: to read. What they have been called to, they reply to by another door. */
@Component
public class SharedPlan {
    private final Plans plans;
    private final NextMeetings meetings;

    SharedPlan(Plans plans, NextMeetings meetings) {
        this.plans = plans;
        this.meetings = meetings;
    }

    /**
     * As far as it is open.
     *
     * @param plan with no needs
     * @param next with those of the own organisation alone who are asked to come
     */
    public record View(Plans.View plan, Optional<NextMeeting> next) {}

    /** @throws NotFoundException if the actor may not see the plan */
    @Transactional
    public View see(Actor.Staff actor, CaseId caseId) {
        var view = plans.see(actor, caseId);
        return new View(view, view.open().flatMap(plan -> meetings.of(plan.id())));
    }
}
