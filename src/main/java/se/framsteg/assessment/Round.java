package se.framsteg.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.StaffId;

/**
 * A round of measurement as others see it: when it is answered and how far each of the two has come, never what they
 * answered.
 *
 * @param opensOn the first day on which it can be answered
 * @param dueOn the day by which it should be answered
 * @param closesOn the last day on which it can be answered
 * @param ordinal its place in the case's schedule, the baseline first; empty outside it
 * @param closedAt when it was closed by hand, before that day, or skipped
 * @param lastSentOn the day on which the later of the two who have sent in did so
 * @param answeredBy the member of staff who has sent in as caseworker
 * @param version counts what has been done with the round; answers don't count
 */
public record Round(
        RoundId id,
        AssociationId association,
        CaseId caseId,
        ParticipantId participant,
        Kind kind,
        Optional<Integer> ordinal,
        InstrumentId instrument,
        LocalDate opensOn,
        LocalDate dueOn,
        LocalDate closesOn,
        Optional<Instant> closedAt,
        Optional<LocalDate> lastSentOn,
        Progress participantProgress,
        Progress caseworkerProgress,
        Optional<StaffId> answeredBy,
        Marks marks,
        Around around,
        int version) {

    /**
     * What must be said wherever the round is shown.
     *
     * @param skipped not asked for
     * @param answerSeen what one had sent in could be seen before the other answered
     * @param paper how the participant's answers came in, if they were given on paper
     * @param imported measured elsewhere and brought in from a file
     */
    public record Marks(boolean skipped, boolean answerSeen, Optional<Paper> paper, boolean imported) {}

    /** The participant's answers were given on paper on this day, and typed in by this member of staff. */
    public record Paper(StaffId enteredBy, LocalDate filledInOn) {}

    /**
     * What the round's own days don't tell.
     *
     * @param pausedOn since when the case has had a pause, if it has one now
     * @param caseEnded whether the case has ended
     * @param nextOpensOn when the next round of the case that is not skipped opens, if there is one
     * @param restricted whether nothing in the case may be changed, because the person has asked for that
     */
    public record Around(
            Optional<LocalDate> pausedOn, boolean caseEnded, Optional<LocalDate> nextOpensOn, boolean restricted) {}

    public enum Kind {
        BASELINE,
        FOLLOW_UP,
        ENDING
    }

    /** How far one respondent has come. */
    public enum Progress {
        NOT_BEGUN,
        BEGUN,
        SENT
    }

    /** Where the round stands on a day. */
    public enum Stage {
        COMING,
        OPEN,
        /** Still open, but the day by which it should be answered has passed. */
        LATE,
        /** Can be answered, but the case has a pause and nobody is asked to. */
        RESTING,
        /** Both have sent in. */
        DONE,
        /** No more answers are taken, though at least one is missing. */
        CLOSED,
        /** Not asked for, by a decision: neither late nor missed. */
        SKIPPED
    }

    /** The day that the round is called by: when it was answered, or while nobody has, when it is due. */
    public LocalDate day() {
        return lastSentOn.orElse(dueOn);
    }

    public Stage stage(LocalDate today) {
        if (participantSent() && caseworkerSent()) {
            return Stage.DONE;
        }
        if (closedAt.isPresent()) {
            return marks.skipped() ? Stage.SKIPPED : Stage.CLOSED;
        }
        if (today.isBefore(opensOn)) {
            return Stage.COMING;
        }
        if (around.pausedOn().filter(day -> !day.isAfter(closesOn)).isPresent()) {
            return Stage.RESTING;
        }
        if (today.isAfter(closesOn)) {
            return Stage.CLOSED;
        }
        return today.isAfter(dueOn) ? Stage.LATE : Stage.OPEN;
    }

    /** Whether answers are taken on this day. */
    public boolean open(LocalDate today) {
        var stage = stage(today);
        return stage == Stage.OPEN || stage == Stage.LATE || stage == Stage.RESTING;
    }

    /** Whether the participant has nothing to answer in it any longer, and it has not still to come. */
    public boolean past(LocalDate today) {
        var stage = stage(today);
        return stage != Stage.COMING && (participantSent() || !open(today));
    }

    /**
     * Whether anybody is asked to answer on this day: not in a pause of the case, nor while it is restricted, nor when the ending round has taken its
     * place, though answers are taken.
     */
    public boolean asked(LocalDate today) {
        return open(today) && stage(today) != Stage.RESTING && !replaced(today) && !around.restricted();
    }

    /** Whether the ending round has taken its place: it can be answered, but the case has ended and nobody has sent in. */
    public boolean replaced(LocalDate today) {
        return around.caseEnded() && kind != Kind.ENDING && open(today) && !participantSent() && !caseworkerSent();
    }

    /**
     * Whether what was sent in may be seen by anybody but the one who answered: when both have sent in, or no more answers
     * are taken. Until then each answers without knowing the other's answers.
     */
    public boolean revealed(LocalDate today) {
        var stage = stage(today);
        return stage == Stage.DONE || stage == Stage.CLOSED;
    }

    /** Whether there are answers, from at least one of the two, that may be seen and talked about. */
    public boolean hasSomethingToShow(LocalDate today) {
        return revealed(today) && (participantSent() || caseworkerSent());
    }

    /** Who alone has sent in, if no more answers are taken and just one has. */
    public Optional<Respondent> answeredAlone(LocalDate today) {
        if (stage(today) != Stage.CLOSED || participantSent() == caseworkerSent()) {
            return Optional.empty();
        }
        return Optional.of(participantSent() ? Respondent.PARTICIPANT : Respondent.CASEWORKER);
    }

    /**
     * Whether this can be done with the round on this day. A round is opened again only until the next one opens, and an
     * ending round only while the case has ended: what comes after has then taken its place.
     */
    public boolean permits(RoundChange change, LocalDate today) {
        var stage = stage(today);
        var ahead = stage == Stage.COMING || open(today);
        return switch (change) {
            case MOVE -> ahead;
            case SKIP -> ahead && !participantSent() && !caseworkerSent();
            case TAKE_UP -> stage == Stage.SKIPPED && !today.isAfter(closesOn);
            case REOPEN ->
                stage == Stage.CLOSED
                        && !marks.imported()
                        && !overtaken(today)
                        && (kind != Kind.ENDING || around.caseEnded());
        };
    }

    private boolean overtaken(LocalDate today) {
        return around.nextOpensOn().filter(opens -> !opens.isAfter(today)).isPresent();
    }

    public boolean participantSent() {
        return participantProgress == Progress.SENT;
    }

    public boolean caseworkerSent() {
        return caseworkerProgress == Progress.SENT;
    }
}
