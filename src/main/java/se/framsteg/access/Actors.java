package se.framsteg.access;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Finds the actor of the current request. Asked anew at each request, so that a lost role acts at once. */
@Component
public class Actors {
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
        return principal == null
                ? Optional.empty()
                : sources.stream()
                        .flatMap(source -> source.actor(principal).stream())
                        .findFirst();
    }
}
