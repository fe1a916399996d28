package se.framsteg.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.security.Principal;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import se.framsteg.shared.Secrets;

/**
 * Begins and ends sessions. A session that begins is always a new one: nothing that another person left in the browser's
 * session is carried over.
 */
@Component
public class Sessions {
    static final String LAST_HERE = "LAST-HERE";

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final RequestCache interrupted;
    private final CsrfTokenRepository csrfTokens;

    Sessions(RequestCache interrupted, CsrfTokenRepository csrfTokens) {
        this.interrupted = interrupted;
        this.csrfTokens = csrfTokens;
    }

    /**
     * Begins a session for somebody who has shown who they are.
     *
     * @param principal who, by ids alone
     * @param idle how long the session lives without a request
     */
    public void begin(HttpServletRequest request, HttpServletResponse response, Serializable principal, Duration idle) {
        end(request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
        SecurityContextHolder.setContext(context);
        request.getSession(true).setMaxInactiveInterval((int) idle.toSeconds());
        contexts.saveContext(context, request, response);
        response.addHeader(HttpHeaders.SET_COOKIE, lastHere(principal, request).toString());
    }

    /** Tells the browser whose session this was, so that what is interrupted later is taken up by the same person alone. */
    private static ResponseCookie lastHere(Serializable principal, HttpServletRequest request) {
        return ResponseCookie.from(LAST_HERE, fingerprint(principal))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .build();
    }

    private static String fingerprint(Serializable principal) {
        var name = principal instanceof Principal named ? named.getName() : principal.toString();
        return HexFormat.of().formatHex(Secrets.hash(name));
    }

    /**
     * What this person was doing here when the session had ended: a page, or a form being sent. What somebody else was
     * sending is left out: it must neither be shown to this person nor be done in their name.
     */
    public Optional<SavedRequest> interrupted(
            HttpServletRequest request, HttpServletResponse response, Serializable principal) {
        var last = WebUtils.getCookie(request, LAST_HERE);
        var same = last != null && last.getValue().equals(fingerprint(principal));
        return interrupted(request, response)
                .filter(saved -> same || saved.getMethod().equals(HttpMethod.GET.name()));
    }

    /**
     * The address of what was interrupted when the session had ended, a form being sent included: going there takes it up
     * again. To be asked before the new session begins, and kept in it with {@link #resume}.
     */
    public Optional<SavedRequest> interrupted(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(interrupted.getRequest(request, response));
    }

    /** Keeps what was interrupted in the session that has begun, and tells where to go to take it up. */
    public String resume(HttpServletRequest request, SavedRequest saved) {
        request.getSession(true).setAttribute(InterruptedRequests.ATTRIBUTE, saved);
        return saved.getRedirectUrl();
    }

    /** Ends the session for good: what is still open in the browser, where somebody else may be by now, is not taken up again. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        csrfTokens.saveToken(null, request, response);
    }
}
