package se.framsteg.access;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Finds the actor of the current request. Asked anew at each request, so that a lost role or a replaced key acts at once;
 * asked once in it, however many parts of the page want to know.
 */
@Component
public class Actors {
    private static final String FOUND = Actors.class.getName();

    private final List<ActorSource> sources;

    Actors(List<ActorSource> sources) {
        this.sources = sources;
    }

    public Optional<Actor> current() {
        return actor(SecurityContextHolder.getContext().getAuthentication());
    }

    /** The actor of this authentication; empty if nobody has signed in, or no longer may. */
    public Optional<Actor> actor(@org.jspecify.annotations.Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        var principal = authentication.getPrincipal();
        return principal == null ? Optional.empty() : onceInRequest(principal);
    }

    private record Found(Object principal, Actor actor) {}

    private Optional<Actor> onceInRequest(Object principal) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(FOUND, RequestAttributes.SCOPE_REQUEST) instanceof Found found
                && found.principal().equals(principal)) {
            return Optional.of(found.actor());
        }
        var actor = sources.stream()
                .flatMap(source -> source.actor(principal).stream())
                .findFirst();
        if (request != null) {
            actor.ifPresent(
                    found -> request.setAttribute(FOUND, new Found(principal, found), RequestAttributes.SCOPE_REQUEST));
        }
        return actor;
    }
}
