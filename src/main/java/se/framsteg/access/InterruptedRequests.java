package se.framsteg.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/**
 * Keeps what somebody was doing when the session turned out to have ended, forms included, so that signing in again
 * takes it up and nothing that was typed is lost. Forms come here only after their CSRF token has been checked.
 */
@Component
class InterruptedRequests extends HttpSessionRequestCache {
    static final String ATTRIBUTE = "INTERRUPTED_REQUEST";
    private static final String PARAMETER = "continue";

    InterruptedRequests() {
        setSessionAttrName(ATTRIBUTE);
        setMatchingRequestParameterName(PARAMETER);
        setRequestMatcher(InterruptedRequests::worthKeeping);
    }

    /**
     * Pages and forms, not the pictures and styles beside them. Of the participant's pages only an answer being sent:
     * going back to one must not take the place of what staff is to come back to on the same device.
     */
    private static boolean worthKeeping(HttpServletRequest request) {
        var accepts = request.getHeader("Accept");
        return accepts != null
                && accepts.contains("text/html")
                && !request.getRequestURI().equals("/sign-out")
                && (!request.getRequestURI().startsWith("/svara") || isAnswer(request));
    }

    private static boolean isAnswer(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().startsWith("/svara/question/");
    }
}
