package se.framsteg.cases.note;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Rule;
import se.framsteg.audit.Trace;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/** A draft is its author's alone, and only as long as the author may write notes in the case. */
@Component
class DraftRule implements Rule<DraftId> {
    private static final Set<Action> WRITING = EnumSet.of(Action.WRITE_NOTE, Action.SIGN_NOTE);

    private final DraftStore drafts;
    private final Rule<CaseId> cases;

    DraftRule(DraftStore drafts, Rule<CaseId> cases) {
        this.drafts = drafts;
        this.cases = cases;
    }

    @Override
    public Class<DraftId> about() {
        return DraftId.class;
    }

    @Override
    public Set<Action> allowed(Actor actor, DraftId id) {
        return drafts.owned(id)
                .filter(draft ->
                        actor instanceof Actor.Staff staff && staff.id().equals(draft.author()))
                .map(draft -> {
                    var allowed = EnumSet.copyOf(WRITING);
                    allowed.retainAll(cases.allowed(actor, draft.caseId()));
                    return (Set<Action>) allowed;
                })
                .orElse(Set.of());
    }

    @Override
    public Trace trace(DraftId id) {
        var about =
                cases.trace(drafts.owned(id).orElseThrow(NotFoundException::new).caseId());
        return new Trace("note draft", id, about.association(), about.caseId(), about.participant());
    }
}
