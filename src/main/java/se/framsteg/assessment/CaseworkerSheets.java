package se.framsteg.assessment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
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
 * The door by which the caseworker answers, all questions at once. A draft is its author's own view of the person: whoever
 * takes over the case starts on an empty sheet, never sees what the one before had begun, and replaces it.
 */
@Component
public class CaseworkerSheets {
    private final RoundTable rounds;
    private final AssessmentTable assessments;
    private final Sending sending;
    private final InstrumentLibrary library;
    private final Guard guard;

    CaseworkerSheets(
            RoundTable rounds, AssessmentTable assessments, Sending sending, InstrumentLibrary library, Guard guard) {
        this.rounds = rounds;
        this.assessments = assessments;
        this.sending = sending;
        this.library = library;
        this.guard = guard;
    }

    /** What came of saving: either way, what is saved now. */
    public sealed interface Result {
        record Saved(Sheet sheet) implements Result {}

        /** Somebody, perhaps oneself in another tab, has saved since the form was filled in. Nothing was changed. */
        record Conflict(Sheet sheet) implements Result {}
    }

    /** The caseworker's sheet with the answers so far. */
    @Transactional
    public Sheet sheet(Actor.Staff staff, RoundId round) {
        guard.permit(staff, Action.ANSWER_AS_CASEWORKER, round).journal(Action.SEE_PROGRESSION);
        return current(staff, round);
    }

    /** Whether another caseworker had begun to answer and not sent in. Ask it where the sheet has been given. */
    @Transactional
    public boolean begunByAnother(Actor.Staff staff, RoundId round) {
        return assessments
                .find(round, Respondent.CASEWORKER)
                .filter(saved -> !saved.answeredBy().equals(Optional.of(staff.id())))
                .isPresent();
    }

    /**
     * Saves the answers, to be gone on with later.
     *
     * @param answers one per question: a step from 1, 0 for "don't know", or null for no answer yet
     * @param version the version that the answers started from; 0 if nothing had been saved
     * @throws NotFoundException if the actor may not answer (any longer)
     * @throws IllegalArgumentException if the answers do not fit the sheet or its scale
     */
    @Transactional
    public Result save(
            Actor.Staff staff, RoundId round, List<@Nullable Integer> answers, int version, String language) {
        return store(staff, round, answers, version, false, language);
    }

    /** The questions without answers, for whoever may answer them. Tells nothing of the case, so it is not journaled. */
    @Transactional
    public Sheet blank(Actor.Staff staff, RoundId round) {
        guard.permit(staff, Action.ANSWER_AS_CASEWORKER, round);
        return empty(round);
    }

    /**
     * Saves the answers while they are being given, see {@link #save}. A script does so every few seconds, so it is
     * journaled once in each hour of the clock.
     *
     * @return the version saved; empty, with nothing changed, if another version has been saved meanwhile
     */
    @Transactional
    public OptionalInt keep(
            Actor.Staff staff, RoundId round, List<@Nullable Integer> answers, int version, String language) {
        var permit = guard.permit(staff, Action.ANSWER_AS_CASEWORKER, round);
        empty(round).requireFit(answers);
        var journaled = assessments.savedThisHour(round, staff.id());
        if (!assessments.saveCaseworker(round, staff.id(), answers, version, language)) {
            return OptionalInt.empty();
        }
        if (!journaled) {
            permit.journal(Action.ANSWER_AS_CASEWORKER);
        }
        return OptionalInt.of(current(staff, round).version());
    }

    /** Sends in the answers, see {@link #save}; after that they can't be changed. */
    @Transactional
    public Result submit(
            Actor.Staff staff, RoundId round, List<@Nullable Integer> answers, int version, String language) {
        return store(staff, round, answers, version, true, language);
    }

    private Result store(
            Actor.Staff staff,
            RoundId round,
            List<@Nullable Integer> answers,
            int version,
            boolean send,
            String language) {
        if (send) {
            rounds.lock(round);
        }
        var permit = guard.permit(staff, Action.ANSWER_AS_CASEWORKER, round);
        var empty = empty(round);
        empty.requireFit(answers);
        if (!assessments.saveCaseworker(round, staff.id(), answers, version, language)) {
            permit.journal(Action.SEE_PROGRESSION);
            return new Result.Conflict(current(staff, round));
        }
        permit.journal(Action.ANSWER_AS_CASEWORKER);
        if (send) {
            sending.send(round, Respondent.CASEWORKER, language);
        }
        return new Result.Saved(current(staff, round));
    }

    private Sheet current(Actor.Staff staff, RoundId round) {
        var empty = empty(round);
        return assessments
                .find(round, Respondent.CASEWORKER)
                .map(saved -> new Sheet(
                        round,
                        Respondent.CASEWORKER,
                        empty.instrument(),
                        saved.answeredBy().equals(Optional.of(staff.id())) ? saved.answers() : empty.answers(),
                        saved.version()))
                .orElse(empty);
    }

    private Sheet empty(RoundId round) {
        var instrument = rounds.find(round).orElseThrow(NotFoundException::new).instrument();
        return Sheet.empty(round, Respondent.CASEWORKER, library.get(instrument));
    }
}
