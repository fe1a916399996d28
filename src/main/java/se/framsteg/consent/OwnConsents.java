package se.framsteg.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.consent.Answer.Answered;
import se.framsteg.consent.Answer.How;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;

/**
 * The participant's own door to the own consents. Not on a device that was handed over: it is the caseworker's. To take back is
 * as easy as to say yes was, and needs no reason.
 */
@Component
public class OwnConsents {
    private final Guard guard;
    private final OwnCase ownCase;
    private final Cases cases;
    private final Ledgers ledgers;
    private final ConsentStore consents;
    private final Clock clock;

    OwnConsents(Guard guard, OwnCase ownCase, Cases cases, Ledgers ledgers, ConsentStore consents, Clock clock) {
        this.guard = guard;
        this.ownCase = ownCase;
        this.cases = cases;
        this.ledgers = ledgers;
        this.consents = consents;
        this.clock = clock;
    }

    /** The person's own consents, seen through the round that the key opened. */
    record Own(RoundId round) {}

    /** Which case the asking participant takes part in. */
    @Component
    record OwnCase(JdbcClient jdbc) {
        Optional<CaseId> find() {
            return jdbc.sql("select asker_own_case()")
                    .query(UUID.class)
                    .optional()
                    .map(CaseId::new);
        }
    }

    /** The participant sees and takes back the own, on the own device. */
    @Component
    record OwnRule(OwnCase ownCase, Cases cases) implements Rule<Own> {
        private static final Set<Action> THEIRS = EnumSet.of(Action.SEE_CONSENTS, Action.WITHDRAW_CONSENT);

        @Override
        public Class<Own> about() {
            return Own.class;
        }

        @Override
        public Optional<Ruling> ruling(Actor actor, Own own) {
            return actor instanceof Actor.Respondent respondent
                            && respondent.round().equals(own.round())
                            && !respondent.handedOver()
                    ? ownCase.find().flatMap(cases::facts).map(facts -> new Ruling(THEIRS, trace(facts)))
                    : Optional.empty();
        }

        private static Trace trace(CaseFacts facts) {
            return Trace.ofCase(facts.id(), facts.association(), facts.participant());
        }
    }

    /**
     * All that the participant was asked and answered.
     *
     * @throws NotFoundException on a device that was handed over
     */
    @Transactional
    public ConsentView own(Actor.Respondent participant) {
        guard.admit(participant, Action.SEE_CONSENTS, new Own(participant.round()));
        return ledgers.told(facts());
    }

    /**
     * The participant takes a yes back. It ends at once.
     *
     * @param number of the answer that was the last when the page was shown
     * @return stale if another answer has come since
     * @throws NotFoundException on a device that was handed over, or if the participant was never asked this
     */
    @Transactional
    public Result<ConsentId> withdrawOwn(Actor.Respondent participant, ConsentId id, int number) {
        var permit = guard.permit(participant, Action.WITHDRAW_CONSENT, new Own(participant.round()));
        var person = facts().participant();
        consents.lock(person);
        var before = ledgers.of(person).consents().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new)
                .last();
        var withdrawn = before.number() == number
                && before.answered() == Answered.YES
                && consents.answer(id, number, withdrawal());
        permit.journal(withdrawn ? Action.WITHDRAW_CONSENT : Action.SEE_CONSENTS);
        return withdrawn ? new Result.Done<>(id) : new Result.Stale<>();
    }

    private ConsentStore.Next withdrawal() {
        var way = new Answer.Way(How.OWN_PAGE, "", Optional.empty(), Optional.empty(), Optional.empty(), false);
        return new ConsentStore.Next(
                Answered.WITHDRAWN,
                Set.of(),
                Optional.empty(),
                LocalDate.now(clock),
                way,
                Optional.empty(),
                clock.instant());
    }

    private CaseFacts facts() {
        return ownCase.find().flatMap(cases::facts).orElseThrow(NotFoundException::new);
    }
}
