package se.framsteg.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.framsteg.access.Action;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/**
 * What another room does for what is measured, shown with the picture. Journals nothing: the page that asks journals that the plan
 * was looked at when it shows any of it.
 */
public interface DimensionLinks {
    /** @param allowed what the reader may see and do in the case: of the rest nothing is told */
    List<Link> of(CaseId id, Set<Action> allowed);

    /**
     * Where something new is added for a dimension, whose key the parameter {@code dimension} tells.
     *
     * @return empty if nothing can be added now
     */
    Optional<String> adding(CaseId id, Set<Action> allowed);

    /**
     * Something that is done.
     *
     * @param dimension that it is meant to move, by its key
     * @param what in the words of whoever wrote it
     * @param more what else is known, each a short piece
     * @param path where it stands
     */
    record Link(String dimension, String what, List<Told> more, String path) {
        public Link {
            more = List.copyOf(more);
        }

        @Override
        public String toString() {
            return "link to " + dimension;
        }
    }
}
