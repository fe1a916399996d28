package se.framsteg.cases;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/** The door to cases (ärenden). Every look and change is journaled in its own transaction. */
@Component
public class Cases {
    private final Guard guard;
    private final CaseReading reading;
    private final CaseChanges changes;
    private final CaseAssignments assignments;
    private final CaseTables tables;
    private final CaseStore store;
    private final SharedCaseTable shared;

    Cases(
            Guard guard,
            CaseReading reading,
            CaseChanges changes,
            CaseAssignments assignments,
            CaseTables tables,
            CaseStore store,
            SharedCaseTable shared) {
        this.guard = guard;
        this.reading = reading;
        this.changes = changes;
        this.assignments = assignments;
        this.tables = tables;
        this.store = store;
        this.shared = shared;
    }

    /**
     * The cases that the actor reaches, newest first.
     *
     * @param query a name or part of one, a whole identity number or a whole case number; empty for all
     * @param page from 1
     */
    @Transactional
    public Listed<CaseRow> list(Actor.Staff actor, CaseFilter filter, String query, int page) {
        return reading.list(actor, filter, query, page);
    }

    /**
     * Keeps out those who have no lists of persons.
     *
     * @throws NotFoundException unless the actor is caseworker or lead
     */
    public void requireLists(Actor.Staff actor) {
        reading.requireDesk(actor);
    }

    /** Cases assigned to the actor that have not started, longest waiting first. */
    @Transactional
    public List<CaseRow> toStart(Actor.Staff actor, int most) {
        return reading.toStart(actor, most);
    }

    /** Cases that the actor leads and whose caseworker no longer works with cases, longest first. */
    @Transactional
    public List<CaseRow> withoutCaseworker(Actor.Staff actor, int most) {
        return reading.withoutCaseworker(actor, most);
    }

    /** @throws NotFoundException if there is none that the actor may see */
    @Transactional
    public CaseView see(Actor.Staff actor, CaseId id) {
        return reading.see(actor, id, store.facts(id).orElseThrow(NotFoundException::new))
                .view();
    }

    /** Who has had the case, in order; the last one has it now. */
    @Transactional
    public List<CaseView.Held> assignments(Actor.Staff actor, CaseId id) {
        guard.admit(actor, Action.SEE_CASE, id);
        return reading.assignments(id);
    }

    /** Whom the actor can give the case to, by name. */
    @Transactional(readOnly = true)
    public Map<StaffId, String> caseworkers(Actor.Staff actor, CaseId id) {
        return guard.allows(actor, Action.ASSIGN_CASE, id)
                ? assignments.choices(store.facts(id).orElseThrow(NotFoundException::new))
                : Map.of();
    }

    /**
     * Changes what the person lived on before the case.
     *
     * @param version of the case as it was when the change was made up
     * @throws NotFoundException if the actor may not see the case
     */
    @Transactional
    public Result<CaseId> changeBefore(Actor.Staff actor, CaseId id, int version, Livelihood before) {
        return changes.changeBefore(actor, id, version, before);
    }

    /**
     * Takes the case to another state by the table {@link CaseChange}. A start may lie up to 60 days ahead; other days are
     * not after today, and none is before the change that came last. Stale if somebody else has changed the case.
     *
     * @param version of the case as it was when the change was made up
     * @throws NotFoundException if the actor may not see the case
     */
    @Transactional
    public Result<CaseState> change(Actor.Staff actor, CaseId id, int version, CaseStep step) {
        return changes.change(actor, id, version, step);
    }

    /**
     * Gives the case to another caseworker.
     *
     * @param version of the case as it was when the change was made up
     * @param to active caseworker of the owner organisation
     * @param on not before the present caseworker began, and not after today
     * @param reason 1–1000 characters
     * @throws NotFoundException if the actor may not assign the case
     */
    @Transactional
    public Result<CaseId> assign(Actor.Staff actor, CaseId id, int version, StaffId to, LocalDate on, String reason) {
        return assignments.assign(actor, id, version, new CaseAssignments.Change(to, on, reason));
    }

    /**
     * What stands round every page of a case. Journals nothing: call it where an action on the case has been admitted.
     *
     * @throws NotFoundException if there is none that the actor may see as a whole
     */
    @Transactional
    public CaseFrame frame(Actor.Staff actor, CaseId id) {
        return whole(actor, id, guard.allowed(actor, id)).orElseThrow(NotFoundException::new);
    }

    /**
     * The same round a page that tells nothing else of the case, as an empty form: to see whose case it is is a look at it.
     *
     * @throws NotFoundException if the actor may not see the whole case
     */
    @Transactional
    public CaseFrame look(Actor.Staff actor, CaseId id) {
        guard.admit(actor, Action.SEE_CASE, id);
        return frame(actor, id);
    }

    /**
     * The same round a page that a consent can open by itself, also for those who see no more of the case than that.
     *
     * @throws NotFoundException if nothing of the case is open to the actor
     */
    @Transactional
    public CaseFrame frameOfPart(Actor.Staff actor, CaseId id) {
        var allowed = guard.allowed(actor, id);
        return whole(actor, id, allowed)
                .or(() -> Optional.of(allowed)
                        .filter(open -> open.contains(Action.SEE_SHARED_CASE))
                        .map(open -> shared.frame(id, open)))
                .orElseThrow(NotFoundException::new);
    }

    private Optional<CaseFrame> whole(Actor.Staff actor, CaseId id, Set<Action> allowed) {
        return Optional.of(allowed)
                .filter(all -> all.contains(Action.SEE_CASE))
                .map(all -> reading.frame(actor, tables.frames(List.of(id)).getFirst(), all));
    }

    /** What lists of other rooms show of cases. Guards and journals nothing: the caller has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<CaseId, CaseFrame> frames(Collection<CaseId> cases) {
        return tables.frames(cases).stream().collect(toMap(CaseFrame::id, frame -> frame));
    }

    /** What other rooms need to know of a case. Guards and journals nothing: the caller does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CaseFacts> facts(CaseId id) {
        return store.facts(id);
    }
}
