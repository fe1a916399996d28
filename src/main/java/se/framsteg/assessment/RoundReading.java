package se.framsteg.assessment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.StaffId;

/** The door to what has happened with rounds: who answered and how, and what was done with each, when and why. */
@Component
public class RoundReading {
    private final RoundTable rounds;
    private final RoundHistory history;
    private final StaffRegister staff;
    private final Guard guard;
    private final Clock clock;

    RoundReading(RoundTable rounds, RoundHistory history, StaffRegister staff, Guard guard, Clock clock) {
        this.rounds = rounds;
        this.history = history;
        this.staff = staff;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * A round with all that must be said of it.
     *
     * @param replaced whether the ending round has taken its place, see {@link Round#replaced}
     * @param alone who alone has answered, if no more answers are taken
     * @param answeredBy the name of whoever sent in as caseworker; empty while nobody has
     * @param enteredBy the name of whoever typed in the participant's paper; empty if there is none
     * @param changes what was done with the round, in order
     */
    public record Told(
            Round round,
            Round.Stage stage,
            boolean replaced,
            Optional<Respondent> alone,
            String answeredBy,
            String enteredBy,
            List<Change> changes) {}

    /**
     * Something that was done with a round.
     *
     * @param kind its text is under {@code round.change}
     * @param by the name of who did it; empty if the schedule did
     */
    public record Change(String kind, Instant at, String by, String reason, LocalDate dueBefore, LocalDate dueAfter) {}

    /** One round, with what the one who asks may do with it now. */
    public record View(Told told, Set<Action> allowed, Set<RoundChange> changes) {}

    /** @throws NotFoundException if there is no such round in this case, or the actor may not see it */
    @Transactional
    public View see(Actor actor, CaseId caseId, RoundId round) {
        guard.admit(actor, Action.SEE_PROGRESSION, caseId);
        var told = Optional.ofNullable(told(caseId).get(round)).orElseThrow(NotFoundException::new);
        var allowed = guard.allowed(actor, told.round());
        var changes = EnumSet.noneOf(RoundChange.class);
        if (allowed.contains(Action.CHANGE_ROUND)) {
            Stream.of(RoundChange.values())
                    .filter(change -> told.round().permits(change, LocalDate.now(clock)))
                    .forEach(changes::add);
        }
        return new View(told, allowed, changes);
    }

    /** All rounds of a case. Guards and journals nothing: call it where the look at the case's progression was admitted. */
    public Map<RoundId, Told> told(CaseId caseId) {
        return told(caseId, rounds.of(caseId));
    }

    /** The same where the rounds of the case have just been read. */
    public Map<RoundId, Told> told(CaseId caseId, List<Round> all) {
        var changes = history.of(caseId).stream().collect(groupingBy(RoundHistory.Entry::round));
        var names = names(all, changes);
        return all.stream()
                .collect(toMap(Round::id, round -> told(round, changes.getOrDefault(round.id(), List.of()), names)));
    }

    private Map<StaffId, String> names(List<Round> all, Map<RoundId, List<RoundHistory.Entry>> changes) {
        var people = Stream.of(
                        all.stream().flatMap(round -> round.answeredBy().stream()),
                        all.stream()
                                .flatMap(round -> round.marks().paper().stream().map(Round.Paper::enteredBy)),
                        changes.values().stream().flatMap(List::stream).flatMap(entry -> entry.by().stream()))
                .flatMap(some -> some)
                .distinct()
                .toList();
        return staff.names(people);
    }

    private Told told(Round round, List<RoundHistory.Entry> changes, Map<StaffId, String> names) {
        var today = LocalDate.now(clock);
        return new Told(
                round,
                round.stage(today),
                round.replaced(today),
                round.answeredAlone(today),
                name(round.answeredBy(), names),
                name(round.marks().paper().map(Round.Paper::enteredBy), names),
                changes.stream()
                        .map(entry -> new Change(
                                entry.kind().name(),
                                entry.at(),
                                name(entry.by(), names),
                                entry.reason(),
                                entry.dueBefore(),
                                entry.dueAfter()))
                        .toList());
    }

    private static String name(Optional<StaffId> person, Map<StaffId, String> names) {
        return person.map(names::get).orElse("");
    }
}
