package se.framsteg.cases;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
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
import se.framsteg.audit.Journal;
import se.framsteg.cases.story.Story;
import se.framsteg.cases.story.StorySource;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to cases of other organisations on which the actor is named. Each shows what the person's consents open to the
 * actor's organisation today, and does not hint at the rest (OSL 10 kap. 1 §, 12 kap. 2 §).
 */
@Component
public class SharedCases {
    private final Guard guard;
    private final SharedCaseTable cases;
    private final ParticipantStore participants;
    private final List<StorySource> sources;
    private final Outside outside;

    SharedCases(
            Guard guard,
            SharedCaseTable cases,
            ParticipantStore participants,
            List<StorySource> sources,
            Outside outside) {
        this.guard = guard;
        this.cases = cases;
        this.participants = participants;
        this.sources = sources;
        this.outside = outside;
    }

    /** What is needed of other rooms. */
    @Component
    record Outside(Journal journal, StaffRegister staff, InitiativeRegister initiatives, Clock clock) {}

    /**
     * A case in the list.
     *
     * @param keeper the name of whoever has the case and of their organisation, to turn to; empty while nobody has it
     * @param until the last day on which anything of it is open, as it stands now
     * @param fresh whether something has been opened since the viewer looked at it last
     */
    public record Row(
            CaseFrame frame,
            String initiativeName,
            Optional<StaffRegister.Colleague> keeper,
            Optional<LocalDate> startedOn,
            LocalDate until,
            boolean fresh) {
        @Override
        public String toString() {
            return frame.toString();
        }
    }

    /**
     * What a yes opens.
     *
     * @param kinds of information, as the texts under {@code ledger.kind} name them
     * @param until the last day
     */
    public record Opened(List<String> kinds, String purpose, LocalDate until) {
        /** Not the purpose: what was said stays out of logs. */
        @Override
        public String toString() {
            return kinds + " until " + until;
        }
    }

    /**
     * A case as far as it is open.
     *
     * @param opened what is open, what for and until when
     * @param person empty unless name and contact ways are open
     * @param before empty unless what the person lives on is open
     * @param story what is open of activities, work, notes and rounds
     */
    public record View(
            Row row,
            List<Opened> opened,
            Optional<Person.Known> person,
            Optional<Livelihood> before,
            Story story,
            Set<Action> open) {
        @Override
        public String toString() {
            return row.toString();
        }
    }

    /**
     * The cases that are open to the actor, newest first.
     *
     * @param query as for {@link Cases#list}; a name or identity number finds those alone whose identity is open
     * @param page from 1
     * @throws NotFoundException if the actor does not work with persons
     */
    @Transactional
    public Listed<Row> list(Actor.Staff actor, String query, int page) {
        requireList(actor);
        var search = CaseSearch.of(query, LocalDate.now(outside.clock()));
        var found = Listed.of(cases.list(search, Listed.SIZE + 1, Listed.offset(page)), Math.max(1, page));
        journal(actor, found.rows());
        return new Listed<>(rows(found.rows()), found.number(), found.more());
    }

    /**
     * Keeps out those who have no cases of others.
     *
     * @throws NotFoundException unless the actor works with persons
     */
    @Transactional
    public void requireList(Actor.Staff actor) {
        if (!mayList(actor)) {
            throw new NotFoundException();
        }
    }

    private boolean mayList(Actor.Staff actor) {
        return guard.allows(actor, Action.LIST_SHARED_CASE, Desk.OWN);
    }

    /** Cases in which something has been opened that the actor has not looked at; none to those who have no cases of others. */
    @Transactional
    public List<Row> fresh(Actor.Staff actor, int most) {
        if (!mayList(actor)) {
            return List.of();
        }
        var found = cases.fresh(most);
        journal(actor, found);
        return rows(found);
    }

    /**
     * What lists of other rooms show of cases that are open to the actor. Guards nothing: the caller has chosen those that are.
     * Journals that each was seen.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<CaseId, CaseFrame> show(Actor.Staff actor, Collection<CaseId> ids) {
        var found = ids.stream().distinct().map(cases::find).toList();
        journal(actor, found);
        return found.stream().map(SharedCaseTable.Found::frame).collect(toMap(CaseFrame::id, frame -> frame));
    }

    private void journal(Actor.Staff actor, List<SharedCaseTable.Found> seen) {
        outside.journal()
                .write(
                        actor.who(),
                        Action.LIST_SHARED_CASE.name(),
                        seen.stream().map(SharedCaseTable.Found::trace).toList());
    }

    private List<Row> rows(List<SharedCaseTable.Found> found) {
        var names = outside.initiatives()
                .names(found.stream().map(SharedCaseTable.Found::initiative).toList());
        var keepers = outside.staff()
                .colleagues(
                        found.stream().flatMap(one -> one.caseworker().stream()).toList());
        return found.stream()
                .map(one -> new Row(
                        one.frame(),
                        names.getOrDefault(one.initiative(), ""),
                        one.caseworker().map(keepers::get),
                        one.startedOn(),
                        one.until(),
                        one.fresh()))
                .toList();
    }

    /** @throws NotFoundException if there is no such case, or nothing of it is open to the actor */
    @Transactional
    public View see(Actor.Staff actor, CaseId id) {
        var open = guard.admit(actor, Action.SEE_SHARED_CASE, id);
        var found = cases.find(id);
        var row = rows(List.of(found)).getFirst();
        var happenings = sources.stream()
                .flatMap(source -> source.of(id, open).happenings().stream())
                .toList();
        var today = LocalDate.now(outside.clock());
        var from = happenings.stream()
                .map(happening -> happening.from())
                .min(LocalDate::compareTo)
                .or(found::startedOn)
                .orElse(today);
        return new View(
                new Row(
                        row.frame().openTo(open, Optional.empty()),
                        row.initiativeName(),
                        row.keeper(),
                        row.startedOn(),
                        row.until(),
                        row.fresh()),
                cases.openings(id),
                person(found, open),
                Optional.of(found.before()).filter(_ -> open.contains(Action.SEE_LIVELIHOOD)),
                new Story(happenings, from, Optional.empty(), today),
                open);
    }

    private Optional<Person.Known> person(SharedCaseTable.Found found, Set<Action> open) {
        return Optional.of(open)
                .filter(actions -> actions.contains(Action.SEE_IDENTITY))
                .flatMap(_ -> participants.readOpened(found.participant()))
                .filter(Person.Known.class::isInstance)
                .map(Person.Known.class::cast);
    }
}
