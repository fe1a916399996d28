package se.framsteg.assessment.progression;

import java.util.Arrays;
import java.util.List;
import se.framsteg.assessment.instrument.Dimension;
import se.framsteg.assessment.radar.Axis;
import se.framsteg.assessment.radar.Step;
import se.framsteg.assessment.radar.Voice;

/**
 * One area of the picture, with what may be called a change in it.
 *
 * @param measure the dimension; of two instruments' the one with the larger noise
 * @param participants whether the participant is asked about it; if not it is the caseworker's own view and nobody else's step
 */
public record Area(Axis axis, Dimension measure, boolean participants) {
    /** Where an area is heading since the earlier round, both voices taken together. Each area has exactly one course. */
    public enum Course {
        /** At least one voice has risen beyond the noise, and none has fallen so far. */
        GROWN,
        /** Neither voice has moved at all. */
        STILL,
        /** A voice has moved, but less than the instrument can tell from noise. */
        SMALL,
        /** At least one voice has fallen beyond the noise. */
        HARDER,
        /** Neither voice has answered in both rounds, or the rounds do not measure the same. */
        NOT_COMPARED
    }

    public Course course() {
        var changes = changes();
        if (changes.isEmpty()) {
            return Course.NOT_COMPARED;
        }
        if (changes.stream().anyMatch(change -> change < 0 && measure.isChange(change))) {
            return Course.HARDER;
        }
        if (changes.stream().anyMatch(measure::isChange)) {
            return Course.GROWN;
        }
        return changes.stream().allMatch(change -> change == 0) ? Course.STILL : Course.SMALL;
    }

    private List<Double> changes() {
        return Arrays.stream(Voice.values())
                .flatMap(voice -> axis.step(voice).stream())
                .map(Step::change)
                .toList();
    }

    /** The largest change of either voice in this direction, in steps; 0 if there is none. */
    double largestChange(int direction) {
        return changes().stream()
                .mapToDouble(change -> change * direction)
                .max()
                .orElse(0);
    }

    /** What both voices have moved at least in this direction, in steps; 0 if one of them can't be compared. */
    double sharedChange(int direction) {
        var changes = changes();
        return changes.size() < Voice.values().length
                ? 0
                : changes.stream()
                        .mapToDouble(change -> change * direction)
                        .min()
                        .orElse(0);
    }
}
