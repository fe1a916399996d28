package se.framsteg.cases.story;

import java.util.Optional;
import se.framsteg.shared.CaseId;

/**
 * What one room knows is left to do in a case, beside what the case's own state asks for. Guards and journals nothing, as
 * {@link StorySource}.
 */
public interface NextStepSource {
    Optional<NextStep> next(CaseId id);
}
