package se.framsteg.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseEnded;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.CaseReopened;
import se.framsteg.cases.CaseResumed;
import se.framsteg.cases.CaseStarted;
import se.framsteg.initiative.Initiative;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.StaffId;

/**
 * The door to the rounds of a case. They follow the case: its start makes the baseline and the first follow-up, its end
 * takes away what has not opened and opens an ending round. The next follow-up always exists.
 */
@Component
public class Rounds {
    /** Days to answer a round that is not planned long ahead. */
    static final int DAYS_TO_ANSWER = 14;

    private final RoundTable rounds;
    private final RoundHistory history;
    private final RoundPlans plans;
    private final Guard guard;
    private final Asking asking;
    private final Clock clock;

    Rounds(RoundTable rounds, RoundHistory history, RoundPlans plans, Guard guard, Asking asking, Clock clock) {
        this.rounds = rounds;
        this.history = history;
        this.plans = plans;
        this.guard = guard;
        this.asking = asking;
        this.clock = clock;
    }

    /** One round of a case, with what the one who asks may do with it now. */
    public record Offered(Round round, Round.Stage stage, Set<Action> allowed) {
        /** Whether the participant can be given a key to it that opens the questions. */
        public boolean answerable() {
            return allowed.contains(Action.GIVE_KEY) && allowed.contains(Action.HAND_OVER);
        }

        /** Whether the participant can be given a key to it that opens the own page alone. */
        public boolean opensOwnPage() {
            return allowed.contains(Action.GIVE_KEY) && !allowed.contains(Action.HAND_OVER);
        }
    }

    /** Through which of these rounds the own page is opened, while the questions of none are: the latest that can. */
    public static Optional<Round> toOwnPage(List<Offered> rounds) {
        return rounds.stream().anyMatch(Offered::answerable)
                ? Optional.empty()
                : rounds.reversed().stream()
                        .filter(Offered::opensOwnPage)
                        .map(Offered::round)
                        .findFirst();
    }

    /** All rounds of a case in order of time, the coming one included. */
    @Transactional
    public List<Offered> of(Actor actor, CaseId caseId) {
        var inCase = guard.admit(actor, Action.SEE_PROGRESSION, caseId);
        if (inCase.contains(Action.ADD_ROUND)) {
            ensure(caseId);
        }
        var today = LocalDate.now(clock);
        return rounds.of(caseId).stream()
                .map(round -> new Offered(round, round.stage(today), RoundRule.permitted(inCase, round, today)))
                .toList();
    }

    /**
     * The same for the participant, who holds the key to one of the case's rounds.
     *
     * @throws NotFoundException if the key does not open the own page
     */
    @Transactional
    public List<Offered> own(Actor.Respondent participant) {
        var opened = rounds.find(participant.round()).orElseThrow(NotFoundException::new);
        guard.admit(participant, Action.SEE_OWN_PAGE, opened);
        var caseId = opened.caseId();
        if (!opened.around().restricted()) {
            asking.byInstallation(() -> {
                ensure(caseId);
                return caseId;
            });
        }
        var today = LocalDate.now(clock);
        return rounds.of(caseId).stream()
                .map(round -> new Offered(round, round.stage(today), RoundRule.participants(participant, round, today)))
                .toList();
    }

    /** The round that this participant's key opened, if there still is one. Guards nothing else, and journals nothing. */
    @Transactional
    public Optional<Round> opened(Actor.Respondent participant) {
        return rounds.find(participant.round());
    }

    /** For other packages of this room, which guard what they show themselves. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Round> find(RoundId round) {
        return rounds.find(round);
    }

    /**
     * This round of this case.
     *
     * @throws NotFoundException if there is none, or if it belongs to another case
     */
    @Transactional
    public Round require(Actor actor, CaseId caseId, RoundId round) {
        return rounds.find(round).filter(found -> found.caseId().equals(caseId)).orElseThrow(NotFoundException::new);
    }

    /** The round that is talked about now, if any: the latest of the case with something to show. Unguarded as well. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Round> latestToShow(CaseId caseId) {
        var today = LocalDate.now(clock);
        return rounds.of(caseId).reversed().stream()
                .filter(round -> round.hasSomethingToShow(today))
                .findFirst();
    }

    /** Whether a round outside the schedule can be opened now: not while another one is open. */
    public static boolean roomForMore(List<Offered> rounds) {
        return rounds.stream()
                .map(Offered::stage)
                .noneMatch(stage ->
                        stage == Round.Stage.OPEN || stage == Round.Stage.LATE || stage == Round.Stage.RESTING);
    }

    /**
     * Opens a round outside the schedule, to be answered within two weeks. Does nothing while another round is open.
     *
     * @throws NotFoundException if the actor may not, or the case has not started
     */
    @Transactional
    public void add(Actor actor, CaseId caseId) {
        rounds.lock(caseId);
        guard.admit(actor, Action.ADD_ROUND, caseId);
        var today = LocalDate.now(clock);
        if (rounds.of(caseId).stream().noneMatch(round -> round.open(today))) {
            addOutsideSchedule(caseId, Round.Kind.FOLLOW_UP, today);
        }
    }

    /** Takes no more answers in this round and opens what has been sent in to be seen. */
    @Transactional
    public void close(Actor actor, RoundId round) {
        rounds.lock(round);
        guard.admit(actor, Action.CLOSE_ROUND, round);
        if (rounds.close(round)) {
            remember(round, RoundHistory.Kind.CLOSED, by(actor));
        }
    }

    private static Optional<StaffId> by(Actor actor) {
        return actor instanceof Actor.Staff staff ? Optional.of(staff.id()) : Optional.empty();
    }

    private void remember(RoundId round, RoundHistory.Kind kind, Optional<StaffId> by) {
        var due = rounds.find(round).orElseThrow(NotFoundException::new).dueOn();
        history.write(round, kind, by, "", due);
    }

    /**
     * Sees to that the case has the rounds that it should have today, if it has started and not ended. Looking at a case asks
     * for it, so that nobody waits for a task at night: it adds only what the schedule says, once whoever asks and however
     * many do at once, and is the schedule's doing and nobody's, so it is not journaled.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ensure(CaseId caseId) {
        var facts = facts(caseId);
        if (facts.startedOn().isPresent() && facts.endedOn().isEmpty()) {
            make(facts, LocalDate.MIN);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseStarted event) {
        make(facts(event.caseId()), LocalDate.MIN);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseEnded event) {
        if (facts(event.caseId()).startedOn().isEmpty()) {
            return;
        }
        var today = LocalDate.now(clock);
        rounds.lock(event.caseId());
        rounds.dropAfter(event.caseId(), today);
        addOutsideSchedule(event.caseId(), Round.Kind.ENDING, today);
    }

    /** Goes on with the schedule from today. Rounds that fell while the case had ended are not asked for afterwards. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseReopened event) {
        rounds.lock(event.caseId());
        rounds.closeEndings(event.caseId());
        make(facts(event.caseId()), LocalDate.now(clock));
    }

    /**
     * What fell due in the pause is asked for again if its window lasts, with two weeks to answer in. What had its whole
     * chance within the pause, and was answered by nobody, counts as skipped: the person was not asked.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseResumed event) {
        rounds.lock(event.caseId());
        make(facts(event.caseId()), LocalDate.MIN);
        var today = LocalDate.now(clock);
        rounds.of(event.caseId()).stream()
                .filter(round -> round.closedAt().isEmpty() && !round.closesOn().isBefore(event.pausedOn()))
                .forEach(round -> takeUpAfterPause(round, today));
    }

    private void takeUpAfterPause(Round round, LocalDate today) {
        if (today.isAfter(round.closesOn())) {
            if (rounds.skip(round.id())) {
                history.write(round.id(), RoundHistory.Kind.RESTED, Optional.empty(), "", round.dueOn());
            }
        } else if (round.stage(today) == Round.Stage.LATE) {
            var due = today.plusDays(DAYS_TO_ANSWER);
            rounds.plan(round.id(), round.opensOn(), due, due.isAfter(round.closesOn()) ? due : round.closesOn());
            history.write(round.id(), RoundHistory.Kind.RESUMED, Optional.empty(), "", round.dueOn());
        }
    }

    private void make(CaseFacts facts, LocalDate earliestClose) {
        var plan = plans.plan(facts);
        var last = rounds.lastOrdinal(facts.id());
        new Schedule(facts.startedOn().orElseThrow(NotFoundException::new), plan)
                .until(LocalDate.now(clock)).stream()
                        .filter(planned ->
                                planned.ordinal() > last && !planned.closesOn().isBefore(earliestClose))
                        .forEach(planned -> add(facts, plan, planned));
    }

    private void add(CaseFacts facts, Initiative.Plan plan, Schedule.Planned planned) {
        rounds.add(new RoundTable.NewRound(
                facts.id(),
                facts.association(),
                facts.participant(),
                plan.instrument(),
                planned.kind(),
                Optional.of(planned.ordinal()),
                planned.opensOn(),
                planned.dueOn(),
                closes(planned)));
    }

    /** A case that is registered long after its start still gets time for its baseline. */
    private LocalDate closes(Schedule.Planned planned) {
        var soonest = LocalDate.now(clock).plusDays(DAYS_TO_ANSWER);
        return planned.kind() == Round.Kind.BASELINE && planned.closesOn().isBefore(soonest)
                ? soonest
                : planned.closesOn();
    }

    private void addOutsideSchedule(CaseId caseId, Round.Kind kind, LocalDate today) {
        var facts = facts(caseId);
        var plan = plans.plan(facts);
        var due = today.plusDays(DAYS_TO_ANSWER);
        rounds.add(new RoundTable.NewRound(
                caseId,
                facts.association(),
                facts.participant(),
                plan.instrument(),
                kind,
                Optional.empty(),
                today,
                due,
                due.plusDays(plan.windowDays())));
    }

    private CaseFacts facts(CaseId caseId) {
        return plans.facts(caseId);
    }
}
