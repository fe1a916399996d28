package se.framsteg.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;

/** Tells of cases of other organisations in which a consent has opened something, until they have been looked at. */
@Component
class SharedToDos implements ToDoSource {
    private final SharedCases shared;

    SharedToDos(SharedCases shared) {
        this.shared = shared;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        return shared.fresh(staff, MOST).stream().map(SharedToDos::toDo).toList();
    }

    private static ToDo toDo(SharedCases.Row row) {
        return new ToDo(
                row.frame().called(),
                "/cases/" + row.frame().id(),
                "to-do.shared",
                List.of(row.initiativeName()),
                Optional.empty(),
                false);
    }
}
