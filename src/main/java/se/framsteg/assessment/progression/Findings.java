package se.framsteg.assessment.progression;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import se.framsteg.assessment.progression.Area.Course;
import se.framsteg.assessment.radar.Scale;
import se.framsteg.assessment.radar.Series;

/**
 * What a comparison gives to talk about. Scores are places in an order: they are compared with scores on the same area
 * and with the ends of the scale, and never added up.
 */
public final class Findings {
    /**
     * The share of the scale's range from which two voices are said to differ, and which the strong end takes up: one
     * step on a five-step scale (4 × 0.25), two and a half on a scale from 0 to 10. A choice of ours.
     */
    private static final double SHARE = 0.25;

    /** With nothing at the strong end the highest areas are the strongest, unless nearly all are as high. */
    private static final int MOST_STRONGEST = 3;

    /** Absorbs the binary rounding of means such as 11/3 − 8/3. */
    private static final double ROUNDING = 1e-9;

    private final Scale scale;
    private final List<Area> areas;

    private Findings(Scale scale, List<Area> areas) {
        this.scale = scale;
        this.areas = areas;
    }

    Findings(Comparison comparison) {
        this(comparison.scale(), comparison.areas());
    }

    /** The same of those areas alone that the participant is asked about. */
    public Findings participants() {
        return new Findings(scale, areas.stream().filter(Area::participants).toList());
    }

    /**
     * The areas that have taken this course: those that grew or fell by the largest change first, of such as changed alike
     * those in which both voices say so first, others in order.
     */
    public List<Area> heading(Course course) {
        var those = areas.stream().filter(area -> area.course() == course);
        return switch (course) {
            case GROWN -> largestFirst(those, 1);
            case HARDER -> largestFirst(those, -1);
            case STILL, SMALL, NOT_COMPARED -> those.toList();
        };
    }

    private static List<Area> largestFirst(Stream<Area> areas, int direction) {
        return areas.sorted(Comparator.<Area>comparingDouble(area -> -area.largestChange(direction))
                        .thenComparingDouble(area -> -area.sharedChange(direction)))
                .toList();
    }

    /** What could be compared in some area. */
    public boolean compared() {
        return areas.stream().anyMatch(area -> area.course() != Course.NOT_COMPARED);
    }

    /**
     * The areas in which all who have answered are at the strong end of the scale; if there is none, the one, two or three
     * that are highest.
     */
    public List<Area> strong() {
        var strong = from(scale.highest() - share());
        if (!strong.isEmpty()) {
            return strong;
        }
        var highest =
                areas.stream().flatMapToDouble(area -> lowest(area).stream()).max();
        var strongest = highest.isPresent() ? from(highest.getAsDouble()) : List.<Area>of();
        return strongest.size() <= MOST_STRONGEST && strongest.size() < areas.size() ? strongest : List.of();
    }

    private List<Area> from(double score) {
        return areas.stream()
                .filter(area -> lowest(area).orElse(Double.NEGATIVE_INFINITY) >= score - ROUNDING)
                .toList();
    }

    private static OptionalDouble lowest(Area area) {
        return Stream.of(Series.PARTICIPANT_NOW, Series.CASEWORKER_NOW)
                .flatMap(series -> area.axis().score(series).stream())
                .mapToDouble(Double::doubleValue)
                .min();
    }

    /** Where participant and caseworker see things differently now, largest difference first: a topic, never a fault. */
    public List<Area> different() {
        return areas.stream()
                .filter(this::isDifferent)
                .sorted(Comparator.comparingDouble(area -> -apart(area)))
                .toList();
    }

    private boolean isDifferent(Area area) {
        return apart(area) >= share() - ROUNDING && area.measure().isChange(apart(area));
    }

    private static double apart(Area area) {
        return Math.abs(area.axis().caseworkerAbove().orElse(0.0));
    }

    private double share() {
        return scale.range() * SHARE;
    }
}
