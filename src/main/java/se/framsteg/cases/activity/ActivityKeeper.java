package se.framsteg.cases.activity;

import java.util.List;
import java.util.Map;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/**
 * A room that keeps activities in step with something of its own, as a group that a person is enrolled in. They stand on the time line as
 * others do, and are changed where they are kept. Guards and journals nothing, and asks with one statement.
 */
public interface ActivityKeeper {
    /** What it has to tell of its activities in the case; what the reader may not see of them is left out. */
    Map<ActivityId, Kept> of(CaseId id);

    /**
     * @param more what else is known, each a short piece
     * @param path where it is seen and changed by those who see the whole case
     */
    record Kept(List<Told> more, String path) {
        public Kept {
            more = List.copyOf(more);
        }
    }
}
