package se.framsteg.cases.note;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Listed;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/** The door to signed notes: to read them, and to record what the person disputes. They are written by {@link Drafts}. */
@Component
public class Notes {
    private final Guard guard;
    private final NoteStore notes;
    private final StaffRegister staff;
    private final Clock clock;

    Notes(Guard guard, NoteStore notes, StaffRegister staff, Clock clock) {
        this.guard = guard;
        this.notes = notes;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * The notes of a case, those about the latest days first.
     *
     * @param page from 1
     * @throws NotFoundException if the actor may not see them
     */
    @Transactional
    public Listed<Note> list(Actor.Staff actor, CaseId caseId, int page) {
        guard.admit(actor, Action.SEE_NOTE, caseId);
        var found = notes.page(caseId, Listed.SIZE + 1, Listed.offset(page));
        var shown = Listed.of(found, Math.max(1, page));
        return new Listed<>(whole(shown.rows()), shown.number(), shown.more());
    }

    /**
     * One note with every version of it.
     *
     * @throws NotFoundException if the case has none such, or if the actor may not see it
     */
    @Transactional
    public Note see(Actor.Staff actor, CaseId caseId, NoteId id) {
        guard.admit(actor, Action.SEE_NOTE, id);
        requireIn(caseId, id);
        return whole(List.of(id)).getFirst();
    }

    /**
     * Records something that the person disputes in a note. It stands beside the note for good.
     *
     * @param saidOn the day on which the person said so, not after today
     * @param text 1–4000 characters
     * @throws NotFoundException if the case has no such note, or if the actor may not see it
     */
    @Transactional
    public Result<NoteId> dissent(Actor.Staff actor, CaseId caseId, NoteId id, LocalDate saidOn, String text) {
        var permit = guard.permit(actor, Action.RECORD_DISSENT, id);
        requireIn(caseId, id);
        var refusals = new ArrayList<Refusal>();
        if (saidOn.isAfter(LocalDate.now(clock))) {
            refusals.add(Refusal.of("saidOn", "note.dissent.future"));
        }
        if (text.isBlank()) {
            refusals.add(Refusal.of("dissent", "note.dissent.required"));
        }
        if (!refusals.isEmpty()) {
            permit.journal(Action.SEE_NOTE);
            return new Result.Refused<>(refusals);
        }
        permit.journal(Action.RECORD_DISSENT);
        notes.addDissent(id, saidOn, text, actor.id());
        return new Result.Done<>(id);
    }

    private void requireIn(CaseId caseId, NoteId id) {
        if (notes.caseOf(id).filter(caseId::equals).isEmpty()) {
            throw new NotFoundException();
        }
    }

    private List<Note> whole(List<NoteId> ids) {
        var versions = notes.versions(ids);
        var dissents = notes.dissents(ids);
        var people = new HashSet<StaffId>();
        versions.forEach(one -> people.add(one.by()));
        dissents.forEach(one -> people.add(one.by()));
        var names = staff.names(people);
        return ids.stream()
                .map(id -> new Note(
                        id,
                        versions.stream()
                                .filter(one -> one.note().equals(id))
                                .map(one -> new Note.Version(
                                        one.number(), one.content(), names.getOrDefault(one.by(), ""), one.at()))
                                .toList(),
                        dissents.stream()
                                .filter(one -> one.note().equals(id))
                                .map(one -> new Note.Dissent(
                                        one.saidOn(), one.text(), names.getOrDefault(one.by(), ""), one.at()))
                                .toList()))
                .toList();
    }
}
