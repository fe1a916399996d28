package se.framsteg.assessment.radar;

import java.util.List;

/**
 * The movement of one voice between two rounds.
 *
 * @param up the axes that rose, largest change first
 * @param same the axes that stayed, in the order of the diagram
 * @param down the axes that fell, largest change first
 * @param notCompared the axes that lack a score in either round
 */
public record Steps(List<Step> up, List<Step> same, List<Step> down, List<Axis> notCompared) {

    public Steps {
        up = List.copyOf(up);
        same = List.copyOf(same);
        down = List.copyOf(down);
        notCompared = List.copyOf(notCompared);
    }
}
