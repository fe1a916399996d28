package se.framsteg.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.framsteg.organisation.StaffRegister.Colleague;

/**
 * A question to a team with its answers, as those who take part see it.
 *
 * @param question empty if the words have been erased, as those of the answers are then
 * @param closed how it ended; empty while it is open
 * @param erased who took the words away, if somebody has
 * @param mayErase whether the viewer can
 * @param takesPart whether the viewer can answer and close it
 */
public record Consultation(
        ConsultationId id,
        String team,
        String question,
        Colleague askedBy,
        Instant askedAt,
        List<Answer> answers,
        Optional<Closed> closed,
        Optional<Erased> erased,
        boolean mayErase,
        boolean takesPart) {

    public record Answer(String text, Colleague by, Instant at) {
        @Override
        public String toString() {
            return "answer";
        }
    }

    public record Erased(Colleague by, Instant at) {}

    public record Closed(Outcome outcome, Colleague by, Instant at) {}

    /**
     * One of a list.
     *
     * @param question empty if it has been erased
     * @param answers how many it has
     */
    public record Row(
            ConsultationId id,
            String team,
            String question,
            Instant askedAt,
            int answers,
            Optional<Outcome> outcome,
            boolean erased) {
        private static final int SHORT = 120;

        /** How it begins. */
        public String beginning() {
            return question.length() <= SHORT
                    ? question
                    : question.substring(
                                    0,
                                    question.offsetByCodePoints(
                                            0, Math.min(SHORT, question.codePointCount(0, question.length()))))
                            + " …";
        }

        @Override
        public String toString() {
            return "consultation " + id;
        }
    }

    @Override
    public String toString() {
        return "consultation " + id;
    }
}
