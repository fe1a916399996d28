package se.framsteg.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.Id;
import se.framsteg.shared.StaffId;

/** What goals and efforts have alike as rows: how they stand, and that they are taken away. Guards nothing: the doors do. */
@Component
class ItemStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    ItemStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Items {
        GOALS("plan_goals"),
        EFFORTS("plan_efforts");

        private final String table;

        Items(String table) {
            this.table = table;
        }
    }

    /** Says how one stands from today; the same as before changes nothing. */
    void mark(Items items, PlanId plan, Id id, Enum<?> state, StaffId by) {
        jdbc.sql("update " + items.table + """
             set state = :state, state_on = :today, version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and plan_id = :plan and state <> :state and removed_at is null\
            """)
                .param("id", id.value())
                .param("plan", plan.value())
                .param("state", state.name())
                .param("today", LocalDate.now(clock))
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Takes one away, as what was written by mistake; versions that hold it still do. Whether it was still of that version. */
    boolean remove(Items items, PlanId plan, Id id, int version, StaffId by) {
        return jdbc.sql("update " + items.table + """
             set removed_at = :now, version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and plan_id = :plan and version = :version and removed_at is null\
            """)
                        .param("id", id.value())
                        .param("plan", plan.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
