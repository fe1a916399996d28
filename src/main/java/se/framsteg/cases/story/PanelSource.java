package se.framsteg.cases.story;

import java.util.Optional;
import java.util.Set;
import se.framsteg.access.Action;
import se.framsteg.shared.CaseId;

/** What one room has to tell of how a case stands. Journals nothing: the case page has admitted the look at the case. */
public interface PanelSource {
    /** @param allowed what the reader may see and do in the case: of the rest nothing is told */
    Optional<Panel> of(CaseId id, Set<Action> allowed);
}
