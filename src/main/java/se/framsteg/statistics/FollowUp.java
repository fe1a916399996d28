package se.framsteg.statistics;

import java.util.List;
import se.framsteg.shared.InitiativeId;

/**
 * How it goes in one initiative in a period, for those who lead it: only what may be shown.
 *
 * @param name the initiative's
 * @param running whether the period holds the quarter that has not ended yet
 * @param steps of the scale that the areas are measured on
 */
public record FollowUp(
        InitiativeId initiative,
        String name,
        Period period,
        boolean running,
        People people,
        Rounds rounds,
        int steps,
        List<Area> areas) {}
