package se.framsteg.pathway.library;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.shared.PathwayId;
import se.framsteg.shared.definition.State;

/**
 * All staff may read the methods of their own association, which hold no person: what ships with Framsteg and what the
 * association has published itself. Its own drafts are for those who write them. To everybody else there is no such pathway.
 */
@Component
class PathwayRule implements Rule<PathwayId> {
    private static final Set<Action> WRITE =
            EnumSet.of(Action.SEE_PATHWAY, Action.CHANGE_PATHWAY, Action.DISCARD_PATHWAY, Action.PUBLISH_PATHWAY);

    private final PathwayTable table;

    PathwayRule(PathwayTable table) {
        this.table = table;
    }

    @Override
    public Class<PathwayId> about() {
        return PathwayId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, PathwayId pathway) {
        return table.place(pathway)
                .map(place -> new Ruling(
                        decide(actor, place),
                        Trace.of("pathway", pathway, place.association().orElse(null))));
    }

    static Set<Action> decide(Actor actor, PathwayTable.Place place) {
        return switch (actor) {
            case Actor.Installation _ -> ofWriter(place);
            case Actor.Staff staff -> ofStaff(staff, place);
            case Actor.Respondent _ -> Set.of();
        };
    }

    private static Set<Action> ofStaff(Actor.Staff staff, PathwayTable.Place place) {
        var elsewhere = place.association()
                .filter(association -> !association.equals(staff.association()))
                .isPresent();
        if (elsewhere) {
            return Set.of();
        }
        if (ShelfRule.writes(staff)) {
            return ofWriter(place);
        }
        return place.state() == State.DRAFT ? Set.of() : EnumSet.of(Action.SEE_PATHWAY);
    }

    /** What ships with Framsteg is nobody's to write or retire, but may be copied. */
    private static Set<Action> ofWriter(PathwayTable.Place place) {
        if (place.state() == State.DRAFT) {
            return place.association().isPresent() ? WRITE : Set.of();
        }
        return place.association().isPresent() && place.state() == State.PUBLISHED
                ? EnumSet.of(Action.SEE_PATHWAY, Action.COPY_PATHWAY, Action.RETIRE_PATHWAY)
                : EnumSet.of(Action.SEE_PATHWAY, Action.COPY_PATHWAY);
    }
}
