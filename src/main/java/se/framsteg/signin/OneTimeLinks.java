package se.framsteg.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.shared.Secrets;
import se.framsteg.shared.StaffId;

/** Links that open one thing once. Only their hashes are kept. */
@Component
class OneTimeLinks {
    private static final int LENGTH = 32;
    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new token for setting up an empty installation. Earlier ones stop working. */
    @Transactional
    String forSetUp(Duration lives) {
        jdbc.sql("update one_time_links set used_at = :now where purpose = 'SET_UP' and used_at is null")
                .param("now", now())
                .update();
        return create("SET_UP", null, lives);
    }

    /** A new token with which this member of staff chooses a password. Earlier ones stop working. */
    @Transactional
    String forPassword(StaffId staff, Duration lives) {
        jdbc.sql("update one_time_links set used_at = :now where staff_id = :staff and used_at is null")
                .param("now", now())
                .param("staff", staff.value())
                .update();
        return create("PASSWORD", staff.value(), lives);
    }

    private String create(String purpose, @org.jspecify.annotations.Nullable UUID staff, Duration lives) {
        var token = Secrets.create(LENGTH);
        jdbc.sql("insert into one_time_links (token_hash, purpose, staff_id, expires_at)"
                        + " values (:hash, :purpose, :staff, :expires)")
                .param("hash", Secrets.hash(token))
                .param("purpose", purpose)
                .param("staff", staff)
                .param("expires", now().plus(lives))
                .update();
        return token;
    }

    boolean opensSetUp(String token) {
        return jdbc.sql("select true from one_time_links where token_hash = :hash and purpose = 'SET_UP'"
                        + " and used_at is null and expires_at > :now")
                .param("hash", Secrets.hash(token))
                .param("now", now())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** Whose password the token opens; empty if it is used, expired or unknown. */
    Optional<StaffId> opensPassword(String token) {
        return jdbc.sql("select staff_id from one_time_links where token_hash = :hash and purpose = 'PASSWORD'"
                        + " and used_at is null and expires_at > :now")
                .param("hash", Secrets.hash(token))
                .param("now", now())
                .query(UUID.class)
                .optional()
                .map(StaffId::new);
    }

    /** Until when the links of these members of staff that still work are valid. */
    Map<StaffId, Instant> validForPassword(Collection<StaffId> staff) {
        var valid = new HashMap<StaffId, Instant>();
        jdbc.sql("select staff_id, expires_at from one_time_links where staff_id = any(:staff)"
                        + " and purpose = 'PASSWORD' and used_at is null and expires_at > :now")
                .param("staff", staff.stream().map(StaffId::value).toArray(UUID[]::new))
                .param("now", now())
                .query(row -> {
                    valid.put(
                            new StaffId(row.getObject("staff_id", UUID.class)),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant());
                });
        return valid;
    }

    /** Uses up the token, in the transaction of what it opened. False if somebody else was first. */
    @Transactional
    boolean use(String token) {
        return jdbc.sql("update one_time_links set used_at = :now where token_hash = :hash and used_at is null"
                                + " and expires_at > :now")
                        .param("hash", Secrets.hash(token))
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
