package se.framsteg.statistics;

import java.util.List;
import se.framsteg.shared.InitiativeId;

/**
 * How it goes in one initiative in a period: only what may be shown.
 *
 * @param name the initiative's
 * @param running whether the period holds the quarter that has not ended yet
 * @param lead whether the reader leads the initiative: then several quarters can be looked at together, and the rounds are
 *     counted to the last one
 * @param steps of the scale that the areas are measured on
 */
public record FollowUp(
        InitiativeId initiative,
        String name,
        Period period,
        boolean running,
        boolean lead,
        People people,
        Rounds rounds,
        int steps,
        List<Area> areas) {}
