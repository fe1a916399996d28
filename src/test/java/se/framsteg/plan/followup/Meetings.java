package se.framsteg.plan.followup;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.framsteg.plan.PlanId;
import se.framsteg.shared.StaffId;
import se.framsteg.testing.OwnerSql;

/** Meetings about plans as rows, on whatever day. */
final class Meetings {
    private Meetings() {}

    static UUID add(OwnerSql owner, PlanId plan, StaffId by, String kind, LocalDate day, String state) {
        var id = UUID.randomUUID();
        owner.sql("""
            insert into plan_meetings (id, plan_id, kind, meets_on, meets_at, minutes, place, video, interpreter, state, planned_by, planned_at,
              settled_by, settled_at, held_on, version)
            values (:id, :plan, :kind, :day, '10:00', 60, '', '', '', :state, :by, now(),
              case when :state = 'PLANNED' then null else cast(:by as uuid) end,
              case when :state = 'PLANNED' then null else now() end,
              case when :state = 'HELD' then cast(:day as date) end, 1)\
            """)
                .param("id", id)
                .param("plan", plan.value())
                .param("kind", kind)
                .param("day", day)
                .param("state", state)
                .param("by", by.value())
                .update();
        return id;
    }

    static void asked(OwnerSql owner, UUID meeting, String part, @Nullable Boolean came) {
        owner.sql("""
            insert into plan_invitees (id, meeting_id, how, part, name, role, email, came, version, added_at, saved_at)
            values (gen_random_uuid(), :meeting, 'INVITATION', :part, 'Någon', '', '', :came, 1, now(), now())\
            """)
                .param("meeting", meeting)
                .param("part", part)
                .param("came", came, java.sql.Types.BOOLEAN)
                .update();
    }
}
