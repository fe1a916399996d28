package se.framsteg.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Begins and ends sessions. A session that begins is always a new one: nothing that another person left in the browser's
 * session is carried over.
 */
@Component
public class Sessions {
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

    public void end(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        csrfTokens.saveToken(null, request, response);
    }
}
