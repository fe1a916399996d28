package se.framsteg.employment.outreach;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;

/** What a coach is to do next with employers, once it is due. Tells of employers, and of nobody else. */
@Component
class NextStepToDos implements ToDoSource {
    private final OutreachStore store;
    private final Asking asking;
    private final Clock clock;

    NextStepToDos(OutreachStore store, Asking asking, Clock clock) {
        this.store = store;
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        asking.by(staff);
        var today = LocalDate.now(clock);
        return store.due(staff.id(), today, MOST).stream()
                .map(next -> new ToDo(
                        next.employer(),
                        "/employer-contacts/" + next.contact(),
                        "to-do.employer.next",
                        List.of(next.step()),
                        Optional.of(next.on()),
                        next.on().isBefore(today)))
                .toList();
    }
}
