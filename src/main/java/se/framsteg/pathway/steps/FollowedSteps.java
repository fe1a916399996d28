package se.framsteg.pathway.steps;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.framsteg.shared.CaseId;

/** The pathways of a case for the doors of worksheets, which ask the guard themselves. Journals nothing. */
@Component
public class FollowedSteps {
    private final StepStore steps;

    FollowedSteps(StepStore steps) {
        this.steps = steps;
    }

    /** All that were not a mistake, the latest first. */
    public List<Followed> of(CaseId caseId) {
        return steps.of(caseId);
    }

    /** All that the case goes or went by, also those that were a mistake. */
    public List<Followed> ever(CaseId caseId) {
        return steps.ever(caseId);
    }

    /** One that the case goes or went by, also if that was a mistake. */
    public Optional<Followed> ever(CaseId caseId, FollowedId id) {
        return steps.ever(caseId, id);
    }

    public Optional<Followed> find(CaseId caseId, FollowedId id) {
        return steps.find(caseId, id);
    }
}
