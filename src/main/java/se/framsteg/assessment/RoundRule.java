package se.framsteg.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.access.Rulings;
import se.framsteg.audit.Trace;
import se.framsteg.shared.RoundId;

/**
 * Staff may do with a round what they may do in its case, as far as the round's own state permits; the participant may
 * answer the very round that the key opened, until it is sent in or closed, and see the own page through it.
 *
 * <p>The door of this room that has just read a round asks about what it has read. Who comes with an id alone asks by the id.
 */
@Component
class RoundRule implements Rule<Round> {
    private final Rulings rulings;
    private final Clock clock;

    RoundRule(Rulings rulings, Clock clock) {
        this.rulings = rulings;
        this.clock = clock;
    }

    /** The same rule, which reads the round. */
    @Component
    record ById(RoundTable rounds, RoundRule rule) implements Rule<RoundId> {
        @Override
        public Class<RoundId> about() {
            return RoundId.class;
        }

        @Override
        public Optional<Ruling> ruling(Actor actor, RoundId id) {
            return rounds.find(id).flatMap(round -> rule.ruling(actor, round));
        }
    }

    @Override
    public Class<Round> about() {
        return Round.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, Round round) {
        var today = LocalDate.now(clock);
        return switch (actor) {
            case Actor.Respondent respondent ->
                Optional.of(new Ruling(participants(respondent, round, today), trace(round)));
            case Actor.Staff _, Actor.Installation _ ->
                rulings.of(actor, round.caseId())
                        .map(inCase -> new Ruling(permitted(inCase.allowed(), round, today), trace(round)));
        };
    }

    private static Trace trace(Round round) {
        return new Trace("round", round.id(), round.association(), round.caseId(), round.participant());
    }

    /** Of other rounds the key opens nothing. The own page stays shut on a device that was handed over: it is the caseworker's. */
    static Set<Action> participants(Actor.Respondent respondent, Round round, LocalDate today) {
        if (!respondent.round().equals(round.id())) {
            return Set.of();
        }
        var allowed = round.around().restricted()
                ? EnumSet.noneOf(Action.class)
                : permitted(EnumSet.of(Action.ANSWER_AS_PARTICIPANT), round, today);
        if (!respondent.handedOver()) {
            allowed.add(Action.SEE_OWN_PAGE);
            allowed.add(Action.EXTRACT_REGISTER);
        }
        return allowed;
    }

    /** What of that which is allowed in the case the state of the round permits on this day. */
    static Set<Action> permitted(Set<Action> inCase, Round round, LocalDate today) {
        // What the state forbids a change is told to who sees the round, not hidden: see RoundChanges.
        var permitted = EnumSet.of(Action.SEE_PROGRESSION, Action.CHANGE_ROUND);
        if (round.open(today)) {
            if (!round.participantSent()) {
                permitted.addAll(EnumSet.of(
                        Action.GIVE_KEY,
                        Action.HAND_OVER,
                        Action.ANSWER_AS_PARTICIPANT,
                        Action.PRINT_FORM,
                        Action.ENTER_PAPER_ANSWERS));
            }
            if (!round.caseworkerSent()) {
                permitted.add(Action.ANSWER_AS_CASEWORKER);
            }
            if (round.participantSent() || round.caseworkerSent()) {
                permitted.add(Action.CLOSE_ROUND);
            }
        }
        if (round.past(today) && !round.around().caseEnded()) {
            // To the own page alone.
            permitted.add(Action.GIVE_KEY);
        }
        permitted.retainAll(inCase);
        return permitted;
    }
}
