package se.framsteg.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;
import se.framsteg.access.Actor;

/** The places in the sheet that have been answered in this browser session. */
final class AnsweredHere {
    private static final String ATTRIBUTE = "ANSWERED_HERE";

    private AnsweredHere() {}

    static Set<Integer> positions(HttpServletRequest request) {
        var positions = new HashSet<Integer>();
        if (request.getSession(true).getAttribute(ATTRIBUTE) instanceof Set<?> kept) {
            kept.forEach(position -> positions.add((Integer) position));
        }
        return positions;
    }

    /** Asked for on a device that was handed over alone, and remembered there alone: see {@link AnswerPages}. */
    static void add(Actor.Respondent respondent, HttpServletRequest request, int position) {
        var positions = positions(request);
        if (respondent.handedOver() && positions.add(position)) {
            request.getSession(true).setAttribute(ATTRIBUTE, positions);
        }
    }
}
