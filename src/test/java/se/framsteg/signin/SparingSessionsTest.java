package se.framsteg.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;

class SparingSessionsTest {
    private final List<String> read = new ArrayList<>();
    private final SparingSessions<MapSession> sessions =
            new SparingSessions<>(new MapSessionRepository(new HashMap<>()) {
                @Override
                public @Nullable MapSession findById(String id) {
                    read.add(id);
                    return super.findById(id);
                }
            });

    private String made() {
        var session = sessions.createSession();
        sessions.save(session);
        return session.getId();
    }

    private SparingSessions.Sparing<MapSession> found(String id) {
        return Objects.requireNonNull(sessions.findById(id));
    }

    private void request(FilterChain rest) throws Exception {
        sessions.forgetting().doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), rest);
    }

    @Test
    void thatASessionIsUsedIsNotedOnceAMinute() {
        var session = found(made());
        var begun = session.getLastAccessedTime();
        session.setLastAccessedTime(begun.plusSeconds(59));
        assertThat(session.getLastAccessedTime()).isEqualTo(begun);
        session.setLastAccessedTime(begun.plusSeconds(60));
        assertThat(session.getLastAccessedTime()).isEqualTo(begun.plusSeconds(60));
    }

    @Test
    void aSessionIsReadOnceInARequestAndAnewInTheNext() throws Exception {
        var id = made();
        for (int request = 0; request < 2; request++) {
            request((_, _) -> assertThat(found(id)).isSameAs(found(id)));
        }
        assertThat(read).containsExactly(id, id);
    }

    @Test
    void aSessionThatHasEndedIsNotFoundInTheSameRequest() throws Exception {
        var id = made();
        request((_, _) -> {
            found(id);
            sessions.deleteById(id);
            assertThat(sessions.findById(id)).isNull();
        });
    }

    @Test
    void anIdleSessionIsNotFoundInTheNextRequest() throws Exception {
        var id = made();
        request((_, _) -> {
            var session = found(id);
            session.setMaxInactiveInterval(Duration.ofMinutes(5));
            session.kept().setLastAccessedTime(Instant.now().minus(Duration.ofMinutes(6)));
            sessions.save(session);
        });
        assertThat(sessions.findById(id)).isNull();
    }
}
