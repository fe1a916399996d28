package se.framsteg.assessment.radar;

import java.util.List;
import java.util.stream.IntStream;

/** The scale that all axes share, with a step at every whole number from lowest to highest. */
public record Scale(int lowest, int highest) {

    private static final int MOST_NUMBERS_SHOWN = 6;

    public Scale {
        if (lowest >= highest) {
            throw new IllegalArgumentException("A scale rises, but " + lowest + " is not below " + highest);
        }
    }

    /** The distance between the ends; a scale from 1 to 5 has range 4. */
    public int range() {
        return highest - lowest;
    }

    /** Whether a score lies on the scale. */
    public boolean holds(double score) {
        return score >= lowest && score <= highest;
    }

    /** The steps that get a ring: all of them, or evenly thinned out on a scale too long to be read so. */
    List<Integer> ticks() {
        int stride = Math.ceilDiv(range(), MOST_NUMBERS_SHOWN);
        return IntStream.iterate(highest, tick -> tick >= lowest, tick -> tick - stride)
                .boxed()
                .toList()
                .reversed();
    }
}
