package se.framsteg.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.RoundId;

/**
 * A round of measurement as others see it: when it is answered and how far each of the two has come, never what they
 * answered.
 *
 * @param opensOn the first day on which it can be answered
 * @param dueOn the day by which it should be answered
 * @param closesOn the last day on which it can be answered
 * @param closedAt when it was closed by hand, before that day
 * @param lastSentOn the day on which the later of the two who have sent in did so
 */
public record Round(
        RoundId id,
        AssociationId association,
        CaseId caseId,
        ParticipantId participant,
        Kind kind,
        InstrumentId instrument,
        LocalDate opensOn,
        LocalDate dueOn,
        LocalDate closesOn,
        Optional<Instant> closedAt,
        Optional<LocalDate> lastSentOn,
        Progress participantProgress,
        Progress caseworkerProgress) {

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
        /** Both have sent in. */
        DONE,
        /** No more answers are taken, though at least one is missing. */
        CLOSED
    }

    /** The day that the round is called by: when it was answered, or while nobody has, when it is due. */
    public LocalDate day() {
        return lastSentOn.orElse(dueOn);
    }

    public Stage stage(LocalDate today) {
        if (participantSent() && caseworkerSent()) {
            return Stage.DONE;
        }
        if (closedAt.isPresent() || today.isAfter(closesOn)) {
            return Stage.CLOSED;
        }
        if (today.isBefore(opensOn)) {
            return Stage.COMING;
        }
        return today.isAfter(dueOn) ? Stage.LATE : Stage.OPEN;
    }

    /** Whether answers are taken on this day. */
    public boolean open(LocalDate today) {
        var stage = stage(today);
        return stage == Stage.OPEN || stage == Stage.LATE;
    }

    /**
     * Whether what was sent in may be seen by anybody but the one who answered: when both have sent in, or no more answers
     * are taken. Until then each answers without knowing the other's answers.
     */
    public boolean revealed(LocalDate today) {
        var stage = stage(today);
        return stage == Stage.DONE || stage == Stage.CLOSED;
    }

    public boolean participantSent() {
        return participantProgress == Progress.SENT;
    }

    public boolean caseworkerSent() {
        return caseworkerProgress == Progress.SENT;
    }
}
