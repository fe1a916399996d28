package se.framsteg.assessment.talk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.Rounds;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;

/** The door to what participant and caseworker have agreed on. */
@Component
public class Agreements {
    private final AgreementTable agreements;
    private final Rounds rounds;
    private final Guard guard;
    private final Clock clock;

    Agreements(AgreementTable agreements, Rounds rounds, Guard guard, Clock clock) {
        this.agreements = agreements;
        this.rounds = rounds;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * A case's agreements in the order in which they were made, withdrawn ones among them.
     *
     * @throws NotFoundException if the actor may not see the case's progression
     */
    @Transactional
    public List<Agreement> of(Actor actor, CaseId caseId) {
        guard.admit(actor, Action.SEE_AGREEMENT, caseId);
        return agreements.of(caseId);
    }

    /**
     * The same for the participant, who holds the key to a round of the case.
     *
     * @throws NotFoundException if the key does not open the own page
     */
    @Transactional
    public List<Agreement> own(Actor.Respondent participant) {
        guard.admit(participant, Action.SEE_OWN_PAGE, participant.round());
        return agreements.of(
                rounds.opened(participant).orElseThrow(NotFoundException::new).caseId());
    }

    /**
     * Writes down what was agreed in the talk about a round. The same with the same id a second time changes nothing.
     *
     * @param step its day, if any, is not before today
     * @throws NotFoundException if the actor may not, or the case has no such round that can be talked about
     * @throws NewerTalkException if a later round than this can be talked about by now
     * @throws ChangedMeanwhileException if something else has been agreed under the id
     */
    @Transactional
    public void agree(Actor.Staff actor, CaseId caseId, RoundId round, AgreementId id, AgreedStep step) {
        guard.admit(actor, Action.AGREE, caseId);
        if (step.dueOn().filter(LocalDate.now(clock)::isAfter).isPresent()) {
            throw new IllegalArgumentException("a day that has passed");
        }
        agreements.add(id, requireLatest(actor, caseId, round), step, actor.id());
        if (agreements.of(caseId).stream().noneMatch(agreement -> agreement.says(id, round, step))) {
            throw new ChangedMeanwhileException();
        }
    }

    /**
     * Writes down how it went, as told in the talk about a round.
     *
     * @param version of the agreement as it was when this was made up
     * @param words at most 500 characters; a reason if it is withdrawn, otherwise they may be empty
     * @throws NotFoundException if the actor may not, or the case has no such agreement, or no such round to talk about
     * @throws NewerTalkException if a later round than this can be talked about by now
     * @throws ChangedMeanwhileException if somebody else has told how it went since that version, or it has been withdrawn
     */
    @Transactional
    public void follow(
            Actor.Staff actor,
            CaseId caseId,
            RoundId round,
            AgreementId id,
            int version,
            Agreement.Outcome outcome,
            String words) {
        guard.admit(actor, Action.AGREE, caseId);
        if (outcome == Agreement.Outcome.WITHDRAWN && words.isBlank()) {
            throw new IllegalArgumentException("withdrawn without a reason");
        }
        if (agreements.of(caseId).stream().noneMatch(agreement -> agreement.id().equals(id))) {
            throw new NotFoundException();
        }
        var talked = requireLatest(actor, caseId, round);
        ChangedMeanwhileException.unless(agreements.follow(id, version, talked.id(), outcome, words, actor.id()));
    }

    /** What was agreed in earlier talks is not added to afterwards. */
    private Round requireLatest(Actor.Staff actor, CaseId caseId, RoundId id) {
        var asked = rounds.require(actor, caseId, id);
        var latest = rounds.latestToShow(caseId).orElseThrow(NotFoundException::new);
        if (!asked.hasSomethingToShow(LocalDate.now(clock))) {
            throw new NotFoundException();
        }
        if (!latest.id().equals(id)) {
            throw new NewerTalkException();
        }
        return latest;
    }
}
