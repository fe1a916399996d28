package se.framsteg.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;

/** Tells an organisation's administrator of cases that should be gone by now and that nobody has approved. A number alone. */
@Component
class RetentionToDos implements ToDoSource {
    private final RetentionTable table;
    private final Guard guard;
    private final Clock clock;

    RetentionToDos(RetentionTable table, Guard guard, Clock clock) {
        this.table = table;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.ORGANISATION_ADMINISTRATOR)
                || !guard.allows(staff, Action.MANAGE_RETENTION, new Retention(staff.organisation()))) {
            return List.of();
        }
        return table.late(staff.organisation(), LocalDate.now(clock)).stream()
                .map(late -> new ToDo(
                        "",
                        Optional.of("retention.title"),
                        "/settings/retention",
                        "to-do.retention.late",
                        List.of(late.cases()),
                        Optional.of(EndedCase.goneBy(late.mayGoOn())),
                        true))
                .toList();
    }
}
