package se.framsteg.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.Time;

/** Colleagues who can't sign in yet, for the organisation's administrator. */
@Component
class StaffToDos implements ToDoSource {
    private final JdbcClient jdbc;
    private final PasswordLinks links;
    private final Guard guard;

    StaffToDos(JdbcClient jdbc, PasswordLinks links, Guard guard) {
        this.jdbc = jdbc;
        this.links = links;
        this.guard = guard;
    }

    private record Without(StaffId id, String name) {}

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.ORGANISATION_ADMINISTRATOR)) {
            return List.of();
        }
        guard.admit(staff, Action.SEE_ORGANISATION, staff.organisation());
        var without = withoutPassword(staff);
        var valid = links.valid(without.stream().map(Without::id).toList());
        return without.stream().map(one -> toDo(one, valid.get(one.id()))).toList();
    }

    /** Those whom an organisation's administrator looks after: system administrators look after their own. */
    private List<Without> withoutPassword(Actor.Staff administrator) {
        return jdbc.sql("""
            select s.id, s.name from staff s where s.organisation_id = :organisation and s.active and s.password_hash is null
              and not exists (select from staff_roles r where r.staff_id = s.id and r.role = 'SYSTEM_ADMINISTRATOR')
            order by s.name, s.id limit :most\
            """)
                .param("organisation", administrator.organisation().value())
                .param("most", MOST)
                .query((row, i) -> new Without(new StaffId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    private static ToDo toDo(Without one, @Nullable Instant validUntil) {
        return new ToDo(
                one.name(),
                "/staff/" + one.id(),
                validUntil == null ? "to-do.give-password-link" : "to-do.password-not-chosen",
                List.of(),
                Optional.ofNullable(validUntil).map(until -> LocalDate.ofInstant(until, Time.SWEDEN)),
                false);
    }
}
