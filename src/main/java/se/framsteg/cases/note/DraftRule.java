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

/** A draft is its author's alone, and only as long as the author may write notes in the case. */
@Component
class DraftRule implements Rule<DraftId> {
    private static final Set<Action> WRITING = EnumSet.of(Action.WRITE_NOTE, Action.SIGN_NOTE);

    private final DraftStore drafts;
    private final Rulings rulings;

    DraftRule(DraftStore drafts, Rulings rulings) {
        this.drafts = drafts;
        this.rulings = rulings;
    }

    @Override
    public Class<DraftId> about() {
        return DraftId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, DraftId id) {
        return drafts.owned(id)
                .filter(draft ->
                        actor instanceof Actor.Staff staff && staff.id().equals(draft.author()))
                .flatMap(draft -> rulings.of(actor, draft.caseId()))
                .map(inCase -> inCase.within(WRITING, inCase.trace().as("note draft", id)));
    }
}
