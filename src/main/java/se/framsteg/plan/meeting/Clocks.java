package se.framsteg.plan.meeting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.plan.meeting.CallClock.Days;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.NotFoundException;

/** The door to within how many days the parties of an association have agreed to call and to come. Nothing about anybody. */
@Component
public class Clocks {
    private final JdbcClient jdbc;
    private final Guard guard;
    private final Clock clock;

    Clocks(JdbcClient jdbc, Guard guard, Clock clock) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.clock = clock;
    }

    /** @param version 0 while nothing has been saved, and the usual days hold */
    record Agreed(Days days, int version) {}

    /** @throws NotFoundException if the actor may not change the association */
    @Transactional
    Agreed see(Actor.Staff actor, AssociationId association) {
        guard.permit(actor, Action.CHANGE_ASSOCIATION, association).journal(Action.SEE_ASSOCIATION);
        return of(association);
    }

    /**
     * Saves what has been agreed. The same once more changes nothing.
     *
     * @return whether it was saved; not if somebody else has since
     * @throws NotFoundException if the actor may not change the association
     */
    @Transactional
    boolean agree(Actor.Staff actor, AssociationId association, int version, Days days) {
        guard.admit(actor, Action.CHANGE_ASSOCIATION, association);
        return save(actor, association, version, days) || of(association).days().equals(days);
    }

    private boolean save(Actor.Staff actor, AssociationId association, int version, Days days) {
        return jdbc.sql(version == 0 ? """
            insert into plan_clocks (association_id, samsip_days, discharge_days, version, saved_by, saved_at)
            values (:association, :samsip, :discharge, :version + 1, :by, :now) on conflict (association_id) do nothing\
            """ : """
                update plan_clocks set samsip_days = :samsip, discharge_days = :discharge, version = version + 1, saved_by = :by,
                  saved_at = :now
                where association_id = :association and version = :version\
                """)
                        .param("association", association.value())
                        .param("samsip", days.samsip())
                        .param("discharge", days.discharge())
                        .param("version", version)
                        .param("by", actor.id().value())
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What holds in the association. Guards nothing. */
    Agreed of(AssociationId association) {
        return jdbc.sql("select samsip_days, discharge_days, version from plan_clocks where association_id = ?")
                .param(association.value())
                .query((row, i) -> new Agreed(
                        new Days(row.getInt("samsip_days"), row.getInt("discharge_days")), row.getInt("version")))
                .optional()
                .orElse(new Agreed(Days.USUAL, 0));
    }
}
