package se.framsteg.employment.counsel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.employment.EmploymentId;
import se.framsteg.employment.Employments;
import se.framsteg.shared.CaseId;

/** The door to the jobs that a talk about what an employer may be told can be about. */
@Component
class JobsToTellOf {
    private final Guard guard;
    private final Employments employments;

    JobsToTellOf(Guard guard, Employments employments) {
        this.guard = guard;
        this.employments = employments;
    }

    /** By name of the employer or the school; the last first, none that are withdrawn. */
    @Transactional
    public Map<EmploymentId, String> of(Actor.Staff actor, CaseId caseId) {
        guard.admit(actor, Action.SEE_WORK_SUPPORT, caseId);
        var jobs = new LinkedHashMap<EmploymentId, String>();
        employments.of(caseId).reversed().stream()
                .filter(one -> one.withdrawn().isEmpty())
                .forEach(one -> jobs.put(one.id(), one.details().employer()));
        return jobs;
    }
}
