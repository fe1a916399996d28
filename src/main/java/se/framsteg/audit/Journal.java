package se.framsteg.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.framsteg.shared.Id;

/**
 * Writes the journal. A row is written in the transaction of what it tells of: if it can't be written, nothing is shown
 * and nothing is changed, and without a transaction it refuses.
 */
@Component
public class Journal {
    private static final String INSERT = """
        insert into journal (at, actor_kind, actor_id, actor_organisation_id, association_id, action, subject_kind,
          subject_id, case_id, participant_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final Duration ONE_LOOK = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Journal(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes one row: {@code who} did {@code action} with {@code what}. A page that is put together by several doors is one
     * look: the same within a minute in one transaction is written once.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Who who, String action, Trace what) {
        if (Written.inThisTransaction().isNew(new Row(who, action, what), clock.instant())) {
            write(who, action, List.of(what));
        }
    }

    private record Row(Who who, String action, Trace what) {}

    /** What has been written in a transaction, and when. */
    private record Written(Map<Row, Instant> rows) implements TransactionSynchronization {
        static Written inThisTransaction() {
            for (var other : TransactionSynchronizationManager.getSynchronizations()) {
                if (other instanceof Written written) {
                    return written;
                }
            }
            var written = new Written(new HashMap<>());
            TransactionSynchronizationManager.registerSynchronization(written);
            return written;
        }

        boolean isNew(Row row, Instant now) {
            var before = rows.get(row);
            if (before != null && Duration.between(before, now).abs().compareTo(ONE_LOOK) < 0) {
                return false;
            }
            rows.put(row, now);
            return true;
        }
    }

    /** Writes one row for each of the things, as when a list of persons is shown. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Who who, String action, Collection<Trace> what) {
        var at = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.batchUpdate(
                INSERT, what.stream().map(trace -> row(at, who, action, trace)).toList());
    }

    private static @Nullable Object[] row(OffsetDateTime at, Who who, String action, Trace trace) {
        return new @Nullable Object[] {
            at,
            who.kind().name(),
            value(who.id()),
            value(who.organisation()),
            value(trace.association()),
            action,
            trace.kind(),
            value(trace.id()),
            value(trace.caseId()),
            value(trace.participant())
        };
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
