package se.framsteg.assessment.radar;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a spider diagram shows: one axis per dimension, all on one scale, and up to four series of scores.
 *
 * @param axes clockwise from the top; at least {@value #FEWEST_AXES}, as fewer enclose no area
 */
public record Radar(Scale scale, List<Axis> axes) {

    /** With fewer dimensions than this there is only the table to show. */
    public static final int FEWEST_AXES = 3;

    /**
     * The share of the scale's range from which two voices are said to differ: one step on a five-step scale (4 × 0.25),
     * two and a half on a scale from 0 to 10.
     */
    public static final double DIFFERENCE_SHARE = 0.25;

    /** Absorbs the binary rounding of means such as 11/3 − 8/3. */
    private static final double ROUNDING = 1e-9;

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

    /**
     * How one voice moved from the earlier round to this one.
     *
     * @param noise a change must be larger than this to count as a change; 0 lets every step show
     */
    public Steps steps(Voice voice, double noise) {
        List<Step> compared = axes.stream().flatMap(axis -> step(axis, voice)).toList();
        double threshold = Math.max(noise, 0) + ROUNDING;
        return new Steps(
                largestFirst(compared.stream().filter(step -> step.change() > threshold)),
                compared.stream()
                        .filter(step -> Math.abs(step.change()) <= threshold)
                        .toList(),
                largestFirst(compared.stream().filter(step -> step.change() < -threshold)),
                axes.stream()
                        .filter(axis -> step(axis, voice).findAny().isEmpty())
                        .toList());
    }

    private static Stream<Step> step(Axis axis, Voice voice) {
        return axis.score(Series.earlier(voice)).stream()
                .flatMap(earlier -> axis.score(Series.now(voice)).stream().map(now -> new Step(axis, earlier, now)));
    }

    private static List<Step> largestFirst(Stream<Step> steps) {
        return steps.sorted(Comparator.comparingDouble(step -> -Math.abs(step.change())))
                .toList();
    }

    /**
     * Where participant and caseworker see things differently now, largest difference first. Something to talk about,
     * never a fault in either's answer.
     */
    public List<Difference> differences() {
        double threshold = scale.range() * DIFFERENCE_SHARE - ROUNDING;
        return axes.stream()
                .flatMap(Radar::difference)
                .filter(difference -> Math.abs(difference.caseworkerAbove()) >= threshold)
                .sorted(Comparator.comparingDouble(difference -> -Math.abs(difference.caseworkerAbove())))
                .toList();
    }

    private static Stream<Difference> difference(Axis axis) {
        return axis.score(Series.PARTICIPANT_NOW).stream()
                .flatMap(participant -> axis.score(Series.CASEWORKER_NOW).stream()
                        .map(caseworker -> new Difference(axis, participant, caseworker)));
    }
}
