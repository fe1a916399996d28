package se.framsteg.assessment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * The door for answers that waited in the participant's browser while there was no line. What was given last counts: an
 * answer that waited takes the place of an older one, never of a newer. Told apart by when the sheet was last saved at all,
 * so in doubt what is saved stays; the participant sees it when looking over. Sent twice means the same as sent once.
 */
@Component
class WaitingAnswers {
    private final RoundTable rounds;
    private final AssessmentTable assessments;
    private final InstrumentLibrary library;
    private final Guard guard;

    WaitingAnswers(RoundTable rounds, AssessmentTable assessments, InstrumentLibrary library, Guard guard) {
        this.rounds = rounds;
        this.assessments = assessments;
        this.library = library;
        this.guard = guard;
    }

    /**
     * An answer that waited.
     *
     * @param position of the question, from 0
     * @param answer a step from 1, or 0 for "don't know, rather not say"
     * @param at when it was given
     */
    record Given(int position, int answer, Instant at) {}

    /**
     * The questions without answers, for the participant's own browser to keep.
     *
     * @throws NotFoundException if the actor may not answer, or does so on a device that was handed over
     */
    @Transactional
    Sheet blank(Actor.Respondent participant, RoundId round) {
        requireOwnDevice(participant);
        guard.admit(participant, Action.ANSWER_AS_PARTICIPANT, round);
        return empty(round);
    }

    /**
     * Saves these answers, all or none, but for those that something newer has been answered to.
     *
     * @param language of the page they were given on
     * @return those that were saved, by their position
     * @throws NotFoundException if the actor may not answer (any longer), or if there is no such question or answer
     */
    @Transactional
    Map<Integer, Integer> save(Actor.Respondent participant, RoundId round, List<Given> waiting, String language) {
        requireOwnDevice(participant);
        guard.admit(participant, Action.ANSWER_AS_PARTICIPANT, round);
        var savedAt = assessments.holdSavedAt(round, Respondent.PARTICIPANT).orElse(Instant.MIN);
        var saved = assessments
                .find(round, Respondent.PARTICIPANT)
                .map(AssessmentTable.Stored::answers)
                .orElse(empty(round).answers());
        var kept = new HashMap<Integer, Integer>();
        for (var given : waiting) {
            requireAnswer(empty(round), given);
            if (saved.get(given.position()) == null || !given.at().isBefore(savedAt)) {
                save(round, given, language);
                kept.put(given.position(), given.answer());
            }
        }
        return kept;
    }

    private void save(RoundId round, Given given, String language) {
        var sheet = empty(round);
        if (!assessments.saveParticipant(
                round, sheet.questions(), given.position(), given.answer(), sheet.language(language))) {
            throw new NotFoundException();
        }
    }

    /** A device that was handed over keeps nothing, so nothing can wait on it. */
    private static void requireOwnDevice(Actor.Respondent participant) {
        if (participant.handedOver()) {
            throw new NotFoundException();
        }
    }

    private static void requireAnswer(Sheet sheet, Given given) {
        if (!sheet.hasQuestion(given.position()) || !sheet.onScale(given.answer())) {
            throw new NotFoundException();
        }
    }

    private Sheet empty(RoundId round) {
        var instrument = rounds.find(round).orElseThrow(NotFoundException::new).instrument();
        return Sheet.empty(round, Respondent.PARTICIPANT, library.get(instrument));
    }
}
