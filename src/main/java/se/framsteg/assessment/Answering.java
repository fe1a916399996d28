package se.framsteg.assessment;

import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;

/**
 * The door by which the participant answers. It opens for the holder of the round's key, until the answers are sent in or
 * the round is closed.
 */
@Component
public class Answering {
    private final RoundTable rounds;
    private final AssessmentTable assessments;
    private final Sending sending;
    private final InstrumentLibrary library;
    private final Guard guard;

    Answering(RoundTable rounds, AssessmentTable assessments, Sending sending, InstrumentLibrary library, Guard guard) {
        this.rounds = rounds;
        this.assessments = assessments;
        this.sending = sending;
        this.library = library;
        this.guard = guard;
    }

    /** The participant's sheet with the answers so far. */
    @Transactional
    public Sheet sheet(Actor actor, RoundId round) {
        var empty = empty(admitted(actor, round));
        return assessments
                .find(round, Respondent.PARTICIPANT)
                .map(saved ->
                        new Sheet(round, Respondent.PARTICIPANT, empty.instrument(), saved.answers(), saved.version()))
                .orElse(empty);
    }

    /**
     * Saves one answer. What was answered to the other questions stays, also what is saved from elsewhere at the same
     * time.
     *
     * @param position of the question, from 0
     * @param answer a step from 1, or 0 for "don't know, rather not say"
     * @param language of the page; noted is the one that the question was in
     * @throws NotFoundException if the actor may not answer (any longer), or if there is no such question or answer
     */
    @Transactional
    public void save(Actor actor, RoundId round, int position, int answer, String language) {
        if (saveIfOnScale(actor, round, position, answer, language).isEmpty()) {
            throw new NotFoundException();
        }
    }

    /**
     * The same, for a page that tells what is wrong with an answer.
     *
     * @return how many questions there are; empty, with nothing saved, if the answer is not on the scale
     * @throws NotFoundException if the actor may not answer (any longer), or if there is no such question
     */
    @Transactional
    public OptionalInt saveIfOnScale(Actor actor, RoundId round, int position, int answer, String language) {
        var sheet = empty(admitted(actor, round));
        if (!sheet.hasQuestion(position)) {
            throw new NotFoundException();
        }
        if (!sheet.onScale(answer)) {
            return OptionalInt.empty();
        }
        if (!assessments.saveParticipant(round, sheet.questions(), position, answer, sheet.language(language))) {
            throw new NotFoundException();
        }
        return OptionalInt.of(sheet.questions());
    }

    /**
     * Sends in what has been answered; after that it can't be changed.
     *
     * @return false if nothing has been answered: then nothing is sent
     */
    @Transactional
    public boolean send(Actor actor, RoundId round, String language) {
        rounds.lock(round);
        var admitted = admitted(actor, round);
        return sending.send(round, Respondent.PARTICIPANT, empty(admitted).language(language))
                || rounds.find(round).filter(Round::participantSent).isPresent();
    }

    /** The round, to be answered by this actor now. It is read once: what the guard decides on is what the door goes on with. */
    private Round admitted(Actor actor, RoundId id) {
        var round = rounds.find(id).orElseThrow(NotFoundException::new);
        guard.admit(actor, Action.ANSWER_AS_PARTICIPANT, round);
        return round;
    }

    /** What this participant may do with this round now, for a page to offer just that. */
    Set<Action> allowed(Actor.Respondent participant, RoundId round) {
        return guard.allowed(participant, round);
    }

    private Sheet empty(Round round) {
        return Sheet.empty(round.id(), Respondent.PARTICIPANT, library.get(round.instrument()));
    }
}
