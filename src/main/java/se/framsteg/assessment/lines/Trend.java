package se.framsteg.assessment.lines;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.framsteg.assessment.radar.Scale;
import se.framsteg.assessment.radar.Voice;

/**
 * One area through all rounds.
 *
 * @param label the area's name
 * @param moments one per round, in order of time
 */
public record Trend(String label, Scale scale, List<Moment> moments) {
    /**
     * What was answered in one round. A voice without an answer is absent.
     *
     * @param day the day that the round is called by
     */
    public record Moment(LocalDate day, Map<Voice, Double> scores) {
        public Moment {
            scores = Map.copyOf(scores);
        }

        public Optional<Double> score(Voice voice) {
            return Optional.ofNullable(scores.get(voice));
        }
    }

    public Trend {
        moments = List.copyOf(moments);
    }

    public boolean has(Voice voice) {
        return moments.stream().anyMatch(moment -> moment.score(voice).isPresent());
    }
}
