package se.framsteg.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import se.framsteg.shared.Secrets;

/**
 * Keeps what somebody was doing when the session turned out to have ended, forms included, so that signing in again
 * takes it up and nothing that was typed is lost. Forms come here only after their CSRF token has been checked.
 */
@Component
class InterruptedRequests extends HttpSessionRequestCache {
    static final String ATTRIBUTE = "INTERRUPTED_REQUEST";
    private static final String PARAMETER = "continue";
    /** In characters of all fields together. */
    private static final long LARGEST = 100_000;

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
                && (isLook(request) || (somebodyWasHere(request) && isSmall(request) && !holdsPassword(request)))
                && (!request.getRequestURI().startsWith("/svara") || isAnswer(request));
    }

    private static boolean isLook(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }

    /** Larger than any form of ours is not what somebody typed. A file beside what was typed is not kept, and doesn't count. */
    private static boolean isSmall(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                        .flatMap(field -> Stream.concat(Stream.of(field.getKey()), Arrays.stream(field.getValue())))
                        .mapToLong(String::length)
                        .sum()
                < LARGEST;
    }

    /** Whoever has never signed in here can't have been interrupted, and shall not fill the database. */
    private static boolean somebodyWasHere(HttpServletRequest request) {
        return WebUtils.getCookie(request, Sessions.LAST_HERE) != null;
    }

    /** A password is kept nowhere but as its hash. */
    private static boolean holdsPassword(HttpServletRequest request) {
        return request.getParameterMap().keySet().stream().anyMatch(Secrets.FIELDS::contains);
    }

    private static boolean isAnswer(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().startsWith("/svara/question/");
    }

    /** What is taken up is fields alone, also where a file was sent beside them. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        var taken = super.getMatchingRequest(request, response);
        return taken == null
                ? null
                : new HttpServletRequestWrapper(taken) {
                    @Override
                    public @Nullable String getContentType() {
                        return getMethod().equals("POST")
                                ? MediaType.APPLICATION_FORM_URLENCODED_VALUE
                                : super.getContentType();
                    }
                };
    }
}
