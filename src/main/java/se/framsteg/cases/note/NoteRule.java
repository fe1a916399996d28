package se.framsteg.cases.note;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.access.Rulings;

/** A signed note is open to those who may see the notes of its case, whoever signed it. */
@Component
class NoteRule implements Rule<NoteId> {
    private static final Set<Action> NOTES =
            EnumSet.of(Action.SEE_NOTE, Action.WRITE_NOTE, Action.SIGN_NOTE, Action.RECORD_DISSENT);

    private final NoteStore notes;
    private final Rulings rulings;

    NoteRule(NoteStore notes, Rulings rulings) {
        this.notes = notes;
        this.rulings = rulings;
    }

    @Override
    public Class<NoteId> about() {
        return NoteId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, NoteId id) {
        return notes.caseOf(id)
                .flatMap(caseId -> rulings.of(actor, caseId))
                .map(inCase -> inCase.within(NOTES, inCase.trace().as("note", id)));
    }
}
