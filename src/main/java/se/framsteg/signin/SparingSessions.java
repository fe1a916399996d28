package se.framsteg.signin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that are read once in a request, and of which it is written down once a minute that they are used and not at
 * every request: reading stays reading. So a session ends up to a minute before it has been idle for its time.
 *
 * @param <S> the sessions as they are kept
 */
final class SparingSessions<S extends Session> implements SessionRepository<SparingSessions.Sparing<S>> {
    private static final Duration EXACT_TO = Duration.ofMinutes(1);

    private final SessionRepository<S> kept;
    private final ThreadLocal<@Nullable Sparing<S>> readInRequest = new ThreadLocal<>();

    SparingSessions(SessionRepository<S> kept) {
        this.kept = kept;
    }

    @Override
    public Sparing<S> createSession() {
        return new Sparing<>(kept.createSession());
    }

    @Override
    public void save(Sparing<S> session) {
        kept.save(session.kept());
    }

    @Override
    public @Nullable Sparing<S> findById(String id) {
        var read = readInRequest.get();
        if (read != null && read.getId().equals(id)) {
            return read;
        }
        var found = kept.findById(id);
        if (found == null) {
            return null;
        }
        var session = new Sparing<>(found);
        readInRequest.set(session);
        return session;
    }

    @Override
    public void deleteById(String id) {
        readInRequest.remove();
        kept.deleteById(id);
    }

    /** Forgets what was read when the request ends. Outermost: Spring reads the session again as it sends the answer. */
    Filter forgetting() {
        return new Forgetting();
    }

    private final class Forgetting implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain rest)
                throws IOException, ServletException {
            readInRequest.remove();
            try {
                rest.doFilter(request, response);
            } finally {
                readInRequest.remove();
            }
        }
    }

    /** The kept session, but for when it was last used. */
    record Sparing<S extends Session>(S kept) implements Session {
        @Override
        public void setLastAccessedTime(Instant now) {
            if (Duration.between(kept.getLastAccessedTime(), now).compareTo(EXACT_TO) >= 0) {
                kept.setLastAccessedTime(now);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            return kept.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            kept.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
