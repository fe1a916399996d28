package se.framsteg.assessment.editor;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.assessment.library.InstrumentDrafts;
import se.framsteg.assessment.outline.Outline;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** Opens a draft part by part, and saves one part at a time. */
@Component
class Editing {
    private final InstrumentDrafts drafts;

    Editing(InstrumentDrafts drafts) {
        this.drafts = drafts;
    }

    /** @throws NotFoundException also if the draft's text can't be read as an outline and so has no parts */
    OpenDraft open(Actor.Staff staff, InstrumentId id) {
        var draft = drafts.open(staff, id);
        return new OpenDraft(id, draft.edition(), Outline.of(draft.definition()).orElseThrow(NotFoundException::new));
    }

    /**
     * Saves the change, if the draft is as it was when the form was filled in.
     *
     * @param saved what the form's fields hold as saved; empty if the part is gone
     * @return whether it is saved; if not, the fields show both sides
     */
    boolean save(
            Actor.Staff staff,
            OpenDraft open,
            Fields fields,
            Outline changed,
            Function<Outline, Optional<Map<String, String>>> saved) {
        try {
            drafts.change(staff, open.id(), fields.version(), changed.yaml());
            return true;
        } catch (ChangedMeanwhileException e) {
            var now = open(staff, open.id());
            fields.conflict(saved.apply(now.outline()).orElse(Map.of()), now.edition());
            return false;
        }
    }

    /** Changes the draft without a form to fill in. */
    boolean change(Actor.Staff staff, InstrumentId id, int edition, UnaryOperator<Outline> change) {
        var open = open(staff, id);
        try {
            drafts.change(staff, id, edition, change.apply(open.outline()).yaml());
            return true;
        } catch (ChangedMeanwhileException e) {
            return false;
        }
    }
}
