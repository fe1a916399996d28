package se.framsteg.assessment.library;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.definition.State;

/** Instruments as the staff of an association see them. */
@Component
public class InstrumentViews {
    private final InstrumentTable table;
    private final InitiativeRegister initiatives;
    private final Guard guard;

    InstrumentViews(InstrumentTable table, InitiativeRegister initiatives, Guard guard) {
        this.table = table;
        this.initiatives = initiatives;
        this.guard = guard;
    }

    /**
     * An instrument that somebody looks at.
     *
     * @param own whether it is the association's own, not shipped with Framsteg
     * @param definition its text; a draft's may be faulty
     * @param allowed what the one who looks may do with it
     */
    public record View(
            InstrumentId id,
            State state,
            boolean own,
            String definition,
            InstrumentReading reading,
            Set<Action> allowed) {
        public boolean allows(Action action) {
            return allowed.contains(action);
        }
    }

    @Transactional
    public View see(Actor.Staff staff, InstrumentId id) {
        guard.admit(staff, Action.SEE_INSTRUMENT, id);
        return table.find(id).map(row -> view(staff, row)).orElseThrow(NotFoundException::new);
    }

    /** All that this member of staff may see, by key, the latest version first. */
    public List<View> list(Actor.Staff staff) {
        return table.of(staff.association()).stream()
                .map(row -> view(staff, row))
                .filter(view -> view.allows(Action.SEE_INSTRUMENT))
                .toList();
    }

    private static View view(Actor.Staff staff, InstrumentTable.Row<InstrumentId> row) {
        return new View(
                row.id(),
                row.place().state(),
                row.place().association().isPresent(),
                row.definition(),
                InstrumentReader.read(row.definition()),
                InstrumentRule.decide(staff, row.place()));
    }

    /** The association's initiatives that measure with it, by name. */
    @Transactional
    public List<Initiative> uses(Actor.Staff staff, InstrumentId id) {
        return initiatives.all(staff, staff.association()).stream()
                .filter(initiative -> initiative.plan().instrument().equals(id))
                .toList();
    }
}
