package se.framsteg.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * What has been answered in this browser session: the answer by its place in the sheet. Nothing else of a sheet that is not
 * sent in is shown, so that the code to it opens the questions and not what has been answered to them.
 */
final class AnsweredHere {
    private static final String ATTRIBUTE = "ANSWERED_HERE";

    private AnsweredHere() {}

    static Map<Integer, Integer> answers(HttpServletRequest request) {
        var answers = new HashMap<Integer, Integer>();
        if (request.getSession(true).getAttribute(ATTRIBUTE) instanceof Map<?, ?> kept) {
            kept.forEach((position, answer) -> answers.put((Integer) position, (Integer) answer));
        }
        return answers;
    }

    static void add(HttpServletRequest request, Map<Integer, Integer> given) {
        var before = answers(request);
        var answers = new HashMap<>(before);
        answers.putAll(given);
        if (!answers.equals(before)) {
            request.getSession(true).setAttribute(ATTRIBUTE, answers);
        }
    }
}
