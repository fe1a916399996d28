package se.framsteg.assessment.radar;

import java.util.Arrays;
import java.util.List;

/**
 * What a spider diagram shows: one axis per dimension, all on one scale, and up to four series of scores.
 *
 * @param axes clockwise from the top; at least {@value #FEWEST_AXES}, as fewer enclose no area
 */
public record Radar(Scale scale, List<Axis> axes) {

    /** With fewer dimensions than this there is only the table to show. */
    public static final int FEWEST_AXES = 3;

    public Radar {
        axes = List.copyOf(axes);
        if (axes.size() < FEWEST_AXES) {
            throw new IllegalArgumentException("A radar needs " + FEWEST_AXES + " axes but got " + axes.size());
        }
        axes.forEach(axis -> requireOnScale(axis, scale));
    }

    private static void requireOnScale(Axis axis, Scale scale) {
        for (double score : axis.scores().values()) {
            if (!scale.holds(score)) {
                throw new IllegalArgumentException("The score " + score + " is not on the scale " + scale);
            }
        }
    }

    /** The series that have at least one score, in the order of legend and table. */
    public List<Series> series() {
        return Arrays.stream(Series.values())
                .filter(series ->
                        axes.stream().anyMatch(axis -> axis.score(series).isPresent()))
                .toList();
    }
}
