package se.framsteg.assessment.instrument;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How the answers to the items of one dimension become its score.
 *
 * @param method mean or median
 * @param fewestAnswers the fewest answers that give a score, at least 1
 */
public record Scoring(Method method, int fewestAnswers) {

    /** Mean keeps more of a small change; median trusts the order of the steps only. */
    public enum Method {
        MEAN,
        MEDIAN;

        /** The name of this method in an instrument file. */
        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Scoring {
        if (fewestAnswers < 1) {
            throw new IllegalArgumentException("A score needs at least one answer");
        }
    }

    /** The score of these answers (each 1 or higher), empty when they are fewer than needed. */
    OptionalDouble score(int[] answers) {
        if (answers.length < fewestAnswers) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                switch (method) {
                    case MEAN -> mean(answers);
                    case MEDIAN -> median(answers);
                });
    }

    private static double mean(int[] answers) {
        double sum = 0;
        for (int answer : answers) {
            sum += answer;
        }
        return sum / answers.length;
    }

    private static double median(int[] answers) {
        int[] sorted = answers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
