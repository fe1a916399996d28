package se.framsteg.pathway.method;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.framsteg.shared.definition.LocalizedText;

/**
 * A named list of what a method stands on, such as values, principles or indicators.
 *
 * @param key unique among the lists of the pathway
 * @param choose whether one of the points is chosen for the work, such as a model; otherwise all of them hold
 * @param about what the points have in common, or null
 * @param points at least one
 */
public record PointList(
        String key,
        boolean choose,
        LocalizedText name,
        @Nullable LocalizedText about,
        List<Point> points) {

    public PointList {
        points = List.copyOf(points);
    }
}
