package se.framsteg.assessment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.instrument.Score;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.Time;

/**
 * The one way in which answers are sent in, whoever answered and by whichever door: their scores are worked out and stored
 * in the same step, and neither changes after that. The database refuses answers that are sent in without scores.
 */
@Component
class Sending {
    private static final LocalTime NOON = LocalTime.NOON;

    private final RoundTable rounds;
    private final AssessmentTable assessments;
    private final InstrumentLibrary library;

    Sending(RoundTable rounds, AssessmentTable assessments, InstrumentLibrary library) {
        this.rounds = rounds;
        this.assessments = assessments;
        this.library = library;
    }

    /**
     * Sends in what has been saved. The door has asked the guard.
     *
     * @return false if nothing has been saved yet, or if it has been sent in already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean send(RoundId round, Respondent respondent, String language) {
        var saved = assessments.hold(round, respondent);
        saved.ifPresent(sheet -> assessments.send(round, respondent, scores(instrument(round), sheet), language));
        return saved.isPresent();
    }

    /** Answers that were given elsewhere on this day. */
    record Elsewhere(AssessmentTable.Stored sheet, LocalDate day) {}

    /**
     * Sends in what was answered elsewhere, as if at noon: the hour is not known. The door has asked the guard.
     *
     * @throws IllegalArgumentException if the answers do not fit the sheet or its scale
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void sendImported(Instrument instrument, List<Elsewhere> all) {
        assessments.addImported(all.stream()
                .map(one -> new AssessmentTable.Imported(
                        one.sheet(),
                        scores(instrument, one.sheet()),
                        one.day().atTime(NOON).atZone(Time.SWEDEN).toInstant()))
                .toList());
    }

    private Instrument instrument(RoundId round) {
        return library.get(
                rounds.find(round).orElseThrow(NotFoundException::new).instrument());
    }

    /** As they are stored: by the order of the instrument's dimensions, null where there were too few answers. */
    static @Nullable Float[] scores(Instrument instrument, AssessmentTable.Stored sheet) {
        List<Score> scores = instrument.scores(sheet.respondent(), sheet.answers());
        return scores.stream().map(Score::value).map(Sending::stored).toArray(Float[]::new);
    }

    private static @Nullable Float stored(OptionalDouble score) {
        return score.isEmpty() ? null : (float) score.getAsDouble();
    }
}
