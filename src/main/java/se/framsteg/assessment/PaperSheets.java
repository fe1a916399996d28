package se.framsteg.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;

/**
 * The door to the participant's questions on paper: blank, to be printed, and filled in, to be typed in by the caseworker.
 *
 * <p>Whoever types the answers in reads them. So the caseworker's own answers come first; one who knowingly answers
 * nothing this time may go on without, and the round then says that the answers could be seen.
 */
@Component
public class PaperSheets {
    private final RoundTable rounds;
    private final AssessmentTable assessments;
    private final Sending sending;
    private final InstrumentLibrary library;
    private final Guard guard;
    private final Clock clock;

    PaperSheets(
            RoundTable rounds,
            AssessmentTable assessments,
            Sending sending,
            InstrumentLibrary library,
            Guard guard,
            Clock clock) {
        this.rounds = rounds;
        this.assessments = assessments;
        this.sending = sending;
        this.library = library;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * A filled-in paper.
     *
     * @param answers one per question: a step from 1, 0 for "don't know", null where the paper has no cross
     * @param filledInOn between the day the round opened and today
     * @param language that the paper was printed in
     * @param withoutOwn whether the caseworker knowingly goes on without own answers
     */
    public record Filled(List<@Nullable Integer> answers, LocalDate filledInOn, String language, boolean withoutOwn) {}

    /** What came of typing it in. */
    public sealed interface Result {
        record Saved() implements Result {}

        /** It can't be so. Nothing was saved. */
        record Refused(List<Refusal> reasons) implements Result {}
    }

    /** The questions without answers, to be printed. */
    @Transactional
    public Sheet blank(Actor.Staff staff, RoundId round) {
        guard.admit(staff, Action.PRINT_FORM, round);
        return empty(round);
    }

    /** The questions without answers, to be typed into. */
    @Transactional
    public Sheet toFill(Actor.Staff staff, RoundId round) {
        guard.permit(staff, Action.ENTER_PAPER_ANSWERS, round).journal(Action.SEE_PROGRESSION);
        return empty(round);
    }

    /**
     * Sends in the participant's answers from paper, never over answers that the participant has sent in.
     *
     * @throws NotFoundException if the actor may not (any longer)
     * @throws IllegalArgumentException if the answers do not fit the sheet or its scale
     */
    @Transactional
    public Result enter(Actor.Staff staff, RoundId id, Filled filled) {
        rounds.lock(id);
        var permit = guard.permit(staff, Action.ENTER_PAPER_ANSWERS, id);
        var result = store(staff, id, filled);
        permit.journal(result instanceof Result.Saved ? Action.ENTER_PAPER_ANSWERS : Action.SEE_PROGRESSION);
        return result;
    }

    private Result store(Actor.Staff staff, RoundId id, Filled filled) {
        var round = find(id);
        empty(id).requireFit(filled.answers());
        var faults = faults(round, filled);
        if (!faults.isEmpty()) {
            return new Result.Refused(faults);
        }
        save(staff, round, filled);
        return new Result.Saved();
    }

    /** What in it can't be so. Guards nothing: for a round whose paper the one who asks may type in. */
    List<Refusal> faults(Round round, Filled filled) {
        var faults = new ArrayList<Refusal>();
        var today = LocalDate.now(clock);
        if (filled.filledInOn().isBefore(round.opensOn()) || filled.filledInOn().isAfter(today)) {
            faults.add(Refusal.of("filledInOn", "paper.day.outside", round.opensOn(), today));
        }
        if (filled.answers().stream().noneMatch(Objects::nonNull)) {
            faults.add(Refusal.of("", "paper.nothing"));
        }
        if (!round.caseworkerSent() && !filled.withoutOwn()) {
            faults.add(Refusal.of("withoutOwn", "paper.own-first"));
        }
        return faults;
    }

    private void save(Actor.Staff staff, Round round, Filled filled) {
        if (!assessments.savePaper(round.id(), staff.id(), filled.filledInOn(), filled.answers(), filled.language())) {
            throw new NotFoundException();
        }
        sending.send(round.id(), Respondent.PARTICIPANT, filled.language());
        if (!round.caseworkerSent()) {
            rounds.markAnswerSeen(round.id());
        }
    }

    private Round find(RoundId round) {
        return rounds.find(round).orElseThrow(NotFoundException::new);
    }

    private Sheet empty(RoundId round) {
        return Sheet.empty(
                round, Respondent.PARTICIPANT, library.get(find(round).instrument()));
    }
}
