package se.framsteg.statistics.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to statistics: to the ledger, for officers, board and leads, and for leads to the living cases. */
@Component
public class InitiativeStatistics {
    private final LedgerQueries ledger;
    private final CaseQueries cases;
    private final AreaNames names;
    private final LedgerSettings settings;
    private final Guard guard;
    private final Clock clock;

    InitiativeStatistics(
            LedgerQueries ledger,
            CaseQueries cases,
            AreaNames names,
            LedgerSettings settings,
            Guard guard,
            Clock clock) {
        this.ledger = ledger;
        this.cases = cases;
        this.names = names;
        this.settings = settings;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * What can be asked of the ledger.
     *
     * @param initiatives whose rows are added up
     * @param from the first day
     * @param to the last day, not before the first
     */
    public record Question(Set<InitiativeId> initiatives, LocalDate from, LocalDate to) {
        public Question {
            initiatives = Set.copyOf(initiatives);
        }
    }

    /**
     * What the ledger answers.
     *
     * @param tables one for each universe and attribute, also those of which nothing is told
     * @param closed the last closing day up to the end of what was asked about; empty if there was none yet
     */
    public record Answered(List<FigureTable> tables, Optional<LocalDate> closed) {
        public Answered {
            tables = List.copyOf(tables);
        }
    }

    /** How many there are at least where anything is told, besides nobody. */
    public int least() {
        return settings.fewest() + 1;
    }

    /**
     * What the ledger tells of the period, one table for each universe and attribute: also those of which nothing is told.
     *
     * @param from the first day
     * @param to the last day, not before the first
     * @throws NotFoundException if the actor may not see it
     */
    @Transactional
    public List<FigureTable> told(Actor actor, InitiativeId initiative, LocalDate from, LocalDate to) {
        return told(actor, Set.of(initiative), from, to);
    }

    /**
     * The same of several together.
     *
     * @throws NotFoundException if the actor may not see all of them
     */
    @Transactional
    public List<FigureTable> told(Actor actor, Set<InitiativeId> initiatives, LocalDate from, LocalDate to) {
        initiatives.forEach(one -> guard.admit(actor, Action.SEE_STATISTICS, one));
        return told(List.of(new Question(initiatives, from, to))).getFirst().tables();
    }

    /**
     * For other rooms: an answer for each question, in their order, all of them in a handful of statements however many there are. Guards
     * nothing: to be asked inside the transaction of a guarded door, of initiatives whose statistics the actor may see.
     */
    public List<Answered> told(List<Question> questions) {
        var areas = names.ofEach(
                questions.stream().flatMap(one -> one.initiatives().stream()).collect(Collectors.toSet()));
        var answers = ledger.answers(questions);
        return IntStream.range(0, questions.size())
                .mapToObj(i -> new Answered(
                        new ToldTables(answers.get(i), questions.get(i).from())
                                .tables(areas.of(questions.get(i).initiatives())),
                        Optional.ofNullable(answers.get(i).closed().until())))
                .toList();
    }

    /**
     * The same tables of today’s cases, those that the lead reaches, without anything kept back. For work: reports tell the ledger.
     *
     * @throws NotFoundException unless the actor leads the initiative
     */
    @Transactional
    public List<FigureTable> exact(Actor actor, InitiativeId initiative, LocalDate from, LocalDate to) {
        guard.admit(actor, Action.SEE_WORKLOAD, initiative);
        return new ExactTables(cases, initiative, from, to, LocalDate.now(clock))
                .tables(names.ofEach(Set.of(initiative)).of(Set.of(initiative)));
    }
}
