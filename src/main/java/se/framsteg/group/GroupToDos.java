package se.framsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.shared.Time;

/** Sessions that have begun, and of which the leaders have not said who came. Tells of groups, and of nobody in them. */
@Component
class GroupToDos implements ToDoSource {
    private static final String WAITING = """
        select g.name, g.id as group_id, s.id, s.held_on from group_sessions s join group_programmes g on g.id = s.group_id
        where g.id = any((select asker_groups())::uuid[]) and s.cancelled_at is null and s.attendance_version = 0
          and s.held_on + s.starts_at <= :now and s.held_on >= cast(:today as date) - 90
          and exists (select from led_enrolments l where l.group_id = g.id and l.from_on <= s.held_on
            and (l.ended_on is null or l.ended_on >= s.held_on))
        order by s.held_on, s.starts_at, s.id limit :most\
        """;

    private final JdbcClient jdbc;
    private final Asking asking;
    private final Clock clock;

    GroupToDos(JdbcClient jdbc, Asking asking, Clock clock) {
        this.jdbc = jdbc;
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.CASEWORKER) && !staff.is(Role.LEAD)) {
            return List.of();
        }
        asking.by(staff);
        var now = LocalDateTime.now(clock.withZone(Time.SWEDEN));
        return jdbc.sql(WAITING)
                .param("now", now)
                .param("today", now.toLocalDate())
                .param("most", MOST)
                .query((row, i) -> {
                    var on = row.getObject("held_on", LocalDate.class);
                    return new ToDo(
                            row.getString("name"),
                            "/groups/%s/sessions/%s/attendance"
                                    .formatted(row.getObject("group_id", UUID.class), row.getObject("id", UUID.class)),
                            "to-do.group.attendance",
                            List.of(),
                            Optional.of(on),
                            on.isBefore(now.toLocalDate()));
                })
                .list();
    }
}
