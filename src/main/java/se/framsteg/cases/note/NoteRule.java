package se.framsteg.cases.note;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.shared.CaseId;

/** A signed note is open to those who may see the notes of its case, whoever signed it. */
@Component
class NoteRule implements Rule<NoteId> {
    private static final Set<Action> NOTES =
            EnumSet.of(Action.SEE_NOTE, Action.WRITE_NOTE, Action.SIGN_NOTE, Action.RECORD_DISSENT);

    private final NoteStore notes;
    private final Rule<CaseId> cases;

    NoteRule(NoteStore notes, Rule<CaseId> cases) {
        this.notes = notes;
        this.cases = cases;
    }

    @Override
    public Class<NoteId> about() {
        return NoteId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, NoteId id) {
        return notes.caseOf(id)
                .flatMap(caseId -> cases.ruling(actor, caseId))
                .map(inCase -> inCase.within(NOTES, inCase.trace().as("note", id)));
    }
}
