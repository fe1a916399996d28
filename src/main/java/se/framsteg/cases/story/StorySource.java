package se.framsteg.cases.story;

import java.util.Set;
import se.framsteg.access.Action;
import se.framsteg.shared.CaseId;

/**
 * What one room has to tell of a case. Journals nothing: the case page has admitted the look at the case. Few statements,
 * however much there is to tell: none for each happening.
 */
public interface StorySource {
    /** @param allowed what the reader may see and do in the case: of the rest nothing is told */
    Chapter of(CaseId id, Set<Action> allowed);
}
