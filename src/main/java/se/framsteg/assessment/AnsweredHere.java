package se.framsteg.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has been answered in this browser session: the answer by its place in the sheet. Nothing else of a sheet that is not
 * sent in is shown, so that the code to it opens the questions and not what has been answered to them.
 */
final class AnsweredHere {
    /** With the position after it: one attribute for each answer, so that two requests at once never undo each other. */
    private static final String ATTRIBUTE = "ANSWERED_HERE.";

    private AnsweredHere() {}

    static Map<Integer, Integer> answers(HttpServletRequest request) {
        var session = request.getSession(true);
        var answers = new HashMap<Integer, Integer>();
        for (var name : names(session)) {
            if (session.getAttribute(name) instanceof Integer answer) {
                answers.put(Integer.valueOf(name.substring(ATTRIBUTE.length())), answer);
            }
        }
        return answers;
    }

    static void add(HttpServletRequest request, Map<Integer, Integer> given) {
        var session = request.getSession(true);
        given.forEach((position, answer) -> {
            if (!answer.equals(session.getAttribute(ATTRIBUTE + position))) {
                session.setAttribute(ATTRIBUTE + position, answer);
            }
        });
    }

    /** What has been sent in is not kept here any longer. */
    static void forget(HttpServletRequest request) {
        var session = request.getSession(true);
        names(session).forEach(session::removeAttribute);
    }

    private static List<String> names(HttpSession session) {
        return Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.startsWith(ATTRIBUTE))
                .toList();
    }
}
