package se.framsteg.pathway.library;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.pathway.method.PathwayReader;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.PathwayId;
import se.framsteg.shared.definition.Reading;
import se.framsteg.shared.definition.State;

/** Pathways as the staff of an association see them. */
@Component
public class PathwayViews {
    private final PathwayTable table;
    private final Guard guard;

    PathwayViews(PathwayTable table, Guard guard) {
        this.table = table;
        this.guard = guard;
    }

    /**
     * A pathway that somebody looks at.
     *
     * @param own whether it is the association's own, not shipped with Framsteg
     * @param definition its text; a draft's may be faulty
     * @param allowed what the one who looks may do with it
     */
    public record View(
            PathwayId id, State state, boolean own, String definition, Reading<Pathway> reading, Set<Action> allowed) {
        public boolean allows(Action action) {
            return allowed.contains(action);
        }
    }

    @Transactional
    public View see(Actor.Staff staff, PathwayId id) {
        guard.admit(staff, Action.SEE_PATHWAY, id);
        return table.find(id).map(row -> view(staff, row)).orElseThrow(NotFoundException::new);
    }

    /** All that this member of staff may see, by key, the latest version first. */
    public List<View> list(Actor.Staff staff) {
        return table.of(staff.association()).stream()
                .map(row -> view(staff, row))
                .filter(view -> view.allows(Action.SEE_PATHWAY))
                .toList();
    }

    private static View view(Actor.Staff staff, PathwayTable.Row<PathwayId> row) {
        return new View(
                row.id(),
                row.place().state(),
                row.place().association().isPresent(),
                row.definition(),
                PathwayReader.read(row.definition()),
                PathwayRule.decide(staff, row.place()));
    }
}
