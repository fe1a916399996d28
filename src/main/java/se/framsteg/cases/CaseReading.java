package se.framsteg.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.audit.Journal;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/** Shows cases, and journals each person that was shown. */
@Component
class CaseReading {
    private final Guard guard;
    private final Journal journal;
    private final CaseTables cases;
    private final CaseRule rule;
    private final Names names;
    private final Clock clock;

    CaseReading(Guard guard, Journal journal, CaseTables cases, CaseRule rule, Names names, Clock clock) {
        this.guard = guard;
        this.journal = journal;
        this.cases = cases;
        this.rule = rule;
        this.names = names;
        this.clock = clock;
    }

    /** What other rooms call the things that cases point to. */
    @Component
    static class Names {
        private final StaffRegister staff;
        private final InitiativeRegister initiatives;

        Names(StaffRegister staff, InitiativeRegister initiatives) {
            this.staff = staff;
            this.initiatives = initiatives;
        }

        List<CaseRow> fillIn(List<CaseRow> rows) {
            var initiative =
                    initiatives.names(rows.stream().map(CaseRow::initiative).toList());
            var caseworker = staff.names(
                    rows.stream().flatMap(row -> row.caseworker().stream()).toList());
            return rows.stream()
                    .map(row -> row.with(
                            initiative.getOrDefault(row.initiative(), ""),
                            row.caseworker().map(caseworker::get).orElse("")))
                    .toList();
        }

        String initiative(CaseRow row) {
            return initiatives.names(List.of(row.initiative())).getOrDefault(row.initiative(), "");
        }

        Map<StaffId, String> of(Set<StaffId> people) {
            return staff.names(people);
        }
    }

    Listed<CaseRow> list(Actor.Staff actor, CaseFilter filter, String query, int page) {
        requireDesk(actor);
        var search = CaseSearch.of(query, LocalDate.now(clock));
        var found = Listed.of(
                cases.list(actor.id(), filter, search, Listed.SIZE + 1, Listed.offset(page)), Math.max(1, page));
        return new Listed<>(shown(actor, found.rows()), found.number(), found.more());
    }

    List<CaseRow> toStart(Actor.Staff actor, int most) {
        return shown(actor, cases.toStart(actor.id(), most));
    }

    List<CaseRow> withoutCaseworker(Actor.Staff actor, int most) {
        return shown(actor, cases.withoutCaseworker(actor.id(), most));
    }

    private List<CaseRow> shown(Actor.Staff actor, List<CaseTables.Found> found) {
        journal.write(
                actor.who(),
                Action.LIST_CASE.name(),
                found.stream()
                        .map(one -> CaseRule.trace(one.row().frame().id(), one.association(), one.participant()))
                        .toList());
        return names.fillIn(found.stream().map(CaseTables.Found::row).toList());
    }

    /**
     * A case, with all that was read of it.
     *
     * @param held who has had it, in order; the last one has it now
     * @param allowed what the viewer may do in it now
     */
    record Seen(CaseView view, List<CaseView.Held> held, Set<Action> allowed) {}

    Seen see(Actor.Staff actor, CaseId id, CaseFacts facts) {
        var allowed = guard.admit(actor, Action.SEE_CASE, id);
        var whole = cases.whole(id).orElseThrow(NotFoundException::new);
        var history = cases.history(id);
        var held = cases.assignments(id);
        var row = whole.row();
        var people = people(held, history);
        var reached = rule.facts(actor.id(), id).orElseThrow(NotFoundException::new);
        var view = new CaseView(
                frame(actor, row.frame(), allowed),
                facts,
                names.initiative(row),
                row.acceptedOn(),
                whole.before(),
                whole.after(),
                whole.ending(),
                whole.brought(),
                row.caseworker().map(people::get).orElse(""),
                held.isEmpty() ? Optional.empty() : Optional.of(held.getLast().from()),
                Math.max(0, held.size() - 1),
                history.stream()
                        .map(one -> new CaseView.Moved(
                                one.on(),
                                one.from(),
                                one.to(),
                                one.reason(),
                                one.ending(),
                                people.getOrDefault(one.by(), "")))
                        .toList(),
                reached.restricted()
                        ? Set.of()
                        : CaseChange.permittedOf(reached.state(), reached.started(), reached.reach()),
                allowed.contains(Action.CHANGE_CASE),
                allowed.contains(Action.ASSIGN_CASE),
                whole.version());
        return new Seen(view, named(held, people), allowed);
    }

    /** The frame as this viewer has it. Whoever has opened the case in an emergency alone does not have it in lists. */
    CaseFrame frame(Actor.Staff actor, CaseFrame frame, Set<Action> allowed) {
        var until = allowed.contains(Action.LIST_CASE)
                ? Optional.<Instant>empty()
                : cases.emergencyUntil(actor.id(), frame.id());
        return frame.openTo(allowed, until);
    }

    List<CaseView.Held> assignments(CaseId id) {
        var held = cases.assignments(id);
        return named(held, people(held, List.of()));
    }

    private Map<StaffId, String> people(List<CaseTables.Held> held, List<CaseTables.Moved> history) {
        var ids = new HashSet<StaffId>();
        held.forEach(one -> {
            ids.add(one.caseworker());
            ids.add(one.by());
        });
        history.forEach(one -> ids.add(one.by()));
        return names.of(ids);
    }

    private static List<CaseView.Held> named(List<CaseTables.Held> held, Map<StaffId, String> people) {
        return held.stream()
                .map(one -> new CaseView.Held(
                        people.getOrDefault(one.caseworker(), ""),
                        one.from(),
                        one.to(),
                        one.reason(),
                        people.getOrDefault(one.by(), "")))
                .toList();
    }

    /** Keeps out everybody who has no lists of persons. */
    void requireDesk(Actor.Staff actor) {
        if (!guard.allows(actor, Action.LIST_CASE, Desk.OWN)) {
            throw new NotFoundException();
        }
    }
}
