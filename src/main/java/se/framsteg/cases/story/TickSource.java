package se.framsteg.cases.story;

import java.util.List;
import java.util.Set;
import se.framsteg.access.Action;
import se.framsteg.shared.CaseId;

/**
 * What one room has that can be ticked off on the case page. Journals nothing, as {@link StorySource}: what is pressed goes to a door
 * of that room.
 */
public interface TickSource {
    /**
     * What is most urgent first.
     *
     * @param allowed what the reader may see and do in the case: of the rest nothing is told
     */
    List<Tick> of(CaseId id, Set<Action> allowed);
}
