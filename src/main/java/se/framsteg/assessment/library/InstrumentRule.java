package se.framsteg.assessment.library;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.definition.State;

/**
 * All staff may read what is asked in their own association: what ships with Framsteg and what the association has published
 * itself. Its own drafts are for those who write them. To everybody else there is no such instrument.
 */
@Component
class InstrumentRule implements Rule<InstrumentId> {
    private static final Set<Action> WRITE = EnumSet.of(
            Action.SEE_INSTRUMENT, Action.CHANGE_INSTRUMENT, Action.DISCARD_INSTRUMENT, Action.PUBLISH_INSTRUMENT);

    private final InstrumentTable table;

    InstrumentRule(InstrumentTable table) {
        this.table = table;
    }

    @Override
    public Class<InstrumentId> about() {
        return InstrumentId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, InstrumentId instrument) {
        return table.place(instrument)
                .map(place -> new Ruling(
                        decide(actor, place),
                        Trace.of("instrument", instrument, place.association().orElse(null))));
    }

    static Set<Action> decide(Actor actor, InstrumentTable.Place place) {
        return switch (actor) {
            case Actor.Installation _ -> ofWriter(place);
            case Actor.Staff staff -> ofStaff(staff, place);
            case Actor.Respondent _ -> Set.of();
        };
    }

    private static Set<Action> ofStaff(Actor.Staff staff, InstrumentTable.Place place) {
        var elsewhere = place.association()
                .filter(association -> !association.equals(staff.association()))
                .isPresent();
        if (elsewhere) {
            return Set.of();
        }
        if (staff.is(Role.ASSOCIATION_OFFICER) || staff.is(Role.LEAD)) {
            return ofWriter(place);
        }
        return place.state() == State.DRAFT ? Set.of() : EnumSet.of(Action.SEE_INSTRUMENT);
    }

    /** What ships with Framsteg is nobody's to write or retire, but may be copied. */
    private static Set<Action> ofWriter(InstrumentTable.Place place) {
        if (place.state() == State.DRAFT) {
            return place.association().isPresent() ? WRITE : Set.of();
        }
        return place.association().isPresent() && place.state() == State.PUBLISHED
                ? EnumSet.of(Action.SEE_INSTRUMENT, Action.COPY_INSTRUMENT, Action.RETIRE_INSTRUMENT)
                : EnumSet.of(Action.SEE_INSTRUMENT, Action.COPY_INSTRUMENT);
    }
}
