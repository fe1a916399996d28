package se.framsteg.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.instrument.Score;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.shared.RoundId;

/**
 * The one way to what others have answered: it gives nothing of a round that is not revealed, and nothing that was not
 * sent in.
 */
@Component
public class RevealedAnswers {
    private final AssessmentTable assessments;
    private final InstrumentLibrary library;
    private final Clock clock;

    RevealedAnswers(AssessmentTable assessments, InstrumentLibrary library, Clock clock) {
        this.assessments = assessments;
        this.library = library;
        this.clock = clock;
    }

    /** The scores of those of these rounds that are revealed, per respondent who has sent in. */
    public Map<RoundId, Map<Respondent, List<Score>>> scores(Collection<Round> rounds) {
        var today = LocalDate.now(clock);
        var revealed = new HashMap<RoundId, Round>();
        rounds.stream().filter(round -> round.revealed(today)).forEach(round -> revealed.put(round.id(), round));
        var scores = new HashMap<RoundId, Map<Respondent, List<Score>>>();
        for (var sent : assessments.sent(revealed.keySet())) {
            var round = revealed.get(sent.round());
            if (round != null) {
                scores.computeIfAbsent(sent.round(), _ -> new EnumMap<>(Respondent.class))
                        .put(
                                sent.respondent(),
                                library.get(round.instrument()).scores(sent.respondent(), sent.answers()));
            }
        }
        return scores;
    }
}
