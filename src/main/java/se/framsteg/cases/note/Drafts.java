package se.framsteg.cases.note;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.access.Permit;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.cases.note.Draft.Correcting;
import se.framsteg.cases.note.Draft.Typed;
import se.framsteg.cases.note.Note.Content;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to what is being written: drafts are saved, signed or thrown away by their author alone. A draft that two windows
 * write is never overwritten: whoever comes second is told that it is stale, and keeps what was typed.
 */
@Component
public class Drafts {
    private final Guard guard;
    private final Asking asking;
    private final DraftStore drafts;
    private final NoteStore notes;
    private final Clock clock;

    Drafts(Guard guard, Asking asking, DraftStore drafts, NoteStore notes, Clock clock) {
        this.guard = guard;
        this.asking = asking;
        this.drafts = drafts;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * The actor's own drafts in a case, latest first. They are still there while nothing can be written in the case. Journals nothing:
     * call it beside the notes.
     *
     * @throws NotFoundException if the actor may not see the notes of the case
     */
    @Transactional
    public List<Draft> own(Actor.Staff actor, CaseId caseId) {
        if (!guard.allows(actor, Action.SEE_NOTE, caseId)) {
            throw new NotFoundException();
        }
        return drafts.of(caseId, actor.id());
    }

    /**
     * One of the actor's own drafts.
     *
     * @throws NotFoundException if the actor has none such in the case
     */
    @Transactional
    public Draft open(Actor.Staff actor, CaseId caseId, DraftId id) {
        return saved(actor, caseId, id).orElseThrow(NotFoundException::new);
    }

    /** The draft as it is saved now, for one who saved too late; empty if it has been signed or thrown away. */
    @Transactional
    public Optional<Draft> saved(Actor.Staff actor, CaseId caseId, DraftId id) {
        var held = hold(actor, Action.WRITE_NOTE, caseId, id);
        held.permit().journal(Action.SEE_NOTE);
        return held.draft();
    }

    /**
     * Saves what has been typed so far. A draft that was thrown away in another window comes back. A script saves every few
     * seconds, so it is journaled once an hour for each draft.
     *
     * @param id a new one for a new draft
     * @param version of the draft as it was when the typing began; 0 for a new one
     * @return its new version; stale if it has been saved in another window since then, or signed
     * @throws NotFoundException if the draft is somebody else's, or the actor may not write notes in the case
     */
    @Transactional
    public Result<Integer> save(
            Actor.Staff actor, CaseId caseId, DraftId id, Optional<Correcting> correcting, int version, Typed typed) {
        hold(actor, Action.WRITE_NOTE, caseId, id);
        correcting.ifPresent(one -> requireIn(caseId, one.note()));
        if (notes.signedFrom(id).isPresent()) {
            return new Result.Stale<>();
        }
        var saved = drafts.save(id, caseId, actor.id(), correcting, version, typed);
        if (saved.isPresent() && drafts.journalNow(id)) {
            guard.admit(actor, Action.WRITE_NOTE, id);
        }
        return saved.<Result<Integer>>map(Result.Done::new).orElseGet(Result.Stale::new);
    }

    /**
     * Signs: from now on it can only be corrected, with a reason. Signing the same twice makes one note.
     *
     * @param version of the draft as it was when the typing began; 0 if it was never saved
     * @return the note; stale if the draft has been saved in another window or signed with other words, or if somebody else
     *     has corrected the note meanwhile
     * @throws NotFoundException if the draft is somebody else's, or the actor may not sign notes in the case
     */
    @Transactional
    public Result<NoteId> sign(
            Actor.Staff actor,
            CaseId caseId,
            DraftId id,
            Optional<Correcting> correcting,
            int version,
            Content content) {
        var held = hold(actor, Action.SIGN_NOTE, caseId, id);
        correcting.ifPresent(one -> requireIn(caseId, one.note()));
        var signed = notes.signedFrom(id);
        var result = signed.isPresent()
                ? again(signed.get(), content)
                : sign(actor, caseId, id, held.draft(), correcting, version, content);
        var made = signed.isEmpty() && result instanceof Result.Done<NoteId>;
        held.permit().journal(made ? Action.SIGN_NOTE : Action.SEE_NOTE);
        return result;
    }

    private static Result<NoteId> again(NoteStore.SignedVersion signed, Content content) {
        return signed.content().equals(content) ? new Result.Done<>(signed.note()) : new Result.Stale<>();
    }

    private Result<NoteId> sign(
            Actor.Staff actor,
            CaseId caseId,
            DraftId id,
            Optional<Draft> saved,
            Optional<Correcting> correcting,
            int version,
            Content content) {
        if (saved.filter(one -> one.version() != version).isPresent()) {
            return new Result.Stale<>();
        }
        var refusals = check(content, correcting.isPresent());
        return refusals.isEmpty() ? sign(actor, caseId, id, correcting, content) : new Result.Refused<>(refusals);
    }

    private Result<NoteId> sign(
            Actor.Staff actor, CaseId caseId, DraftId id, Optional<Correcting> correcting, Content content) {
        var note = correcting.map(Correcting::note).orElseGet(NoteId::create);
        var newest = notes.lock(note);
        if (newest != correcting.map(Correcting::version).orElse(0)) {
            return new Result.Stale<>();
        }
        if (newest == 0) {
            notes.add(note, caseId);
        }
        notes.addVersion(note, newest + 1, content, actor.id(), id);
        drafts.remove(id);
        return new Result.Done<>(note);
    }

    private List<Refusal> check(Content content, boolean correction) {
        var refusals = new ArrayList<Refusal>();
        if (content.on().isAfter(LocalDate.now(clock))) {
            refusals.add(Refusal.of("on", "note.on.future"));
        }
        if (content.text().isBlank()) {
            refusals.add(Refusal.of("text", "note.text.required"));
        }
        if (correction == content.reason().isBlank()) {
            refusals.add(Refusal.of("reason", "note.reason.required"));
        }
        return refusals;
    }

    /**
     * Throws a draft away.
     *
     * @throws NotFoundException if the actor has none such in the case
     */
    @Transactional
    public void discard(Actor.Staff actor, CaseId caseId, DraftId id) {
        var held = hold(actor, Action.WRITE_NOTE, caseId, id);
        if (held.draft().isEmpty()) {
            throw new NotFoundException();
        }
        held.permit().journal(Action.WRITE_NOTE);
        drafts.remove(id);
    }

    /**
     * Keeps out those who may not write this draft, or any if it is a new one. Journals nothing: what is done with it does.
     *
     * @throws NotFoundException if the draft is somebody else's, or the actor may not write notes in the case
     */
    @Transactional
    public void requireWriting(Actor.Staff actor, CaseId caseId, DraftId id) {
        if (!writable(actor, caseId, id)) {
            throw new NotFoundException();
        }
    }

    /**
     * Whether this draft, or any if it is a new one, can be written now: nothing can while the processing is restricted, or when the
     * case has ended. Journals nothing: what is done with it does.
     *
     * @throws NotFoundException if the draft is somebody else's, or the actor may not see the notes of the case
     */
    @Transactional
    public boolean writable(Actor.Staff actor, CaseId caseId, DraftId id) {
        if (drafts.owned(id).isEmpty()) {
            requireNobodyElses(id);
        }
        if (guard.allows(actor, Action.WRITE_NOTE, caseId)) {
            return true;
        }
        if (!guard.allows(actor, Action.SEE_NOTE, caseId)) {
            throw new NotFoundException();
        }
        return false;
    }

    /** A draft that nobody else changes now, if it has been saved, and the permit to journal what is done with it. */
    private record Held(Optional<Draft> draft, Permit permit) {}

    /** Lets the actor in to the draft, or to writing in the case if there is none yet, and holds the draft. */
    private Held hold(Actor.Staff actor, Action action, CaseId caseId, DraftId id) {
        var found = drafts.lock(id);
        if (found.isEmpty()) {
            requireNobodyElses(id);
        }
        if (found.filter(one -> !one.caseId().equals(caseId)).isPresent()) {
            throw new NotFoundException();
        }
        var permit = found.isPresent() ? guard.permit(actor, action, id) : guard.permit(actor, action, caseId);
        return new Held(found.map(DraftStore.Owned::draft), permit);
    }

    /** The actor does not see what others write: an id that is taken nevertheless is no id for a new draft. */
    private void requireNobodyElses(DraftId id) {
        if (asking.byInstallation(() -> drafts.owned(id)).isPresent()) {
            throw new NotFoundException();
        }
    }

    private void requireIn(CaseId caseId, NoteId note) {
        if (notes.caseOf(note).filter(caseId::equals).isEmpty()) {
            throw new NotFoundException();
        }
    }
}
