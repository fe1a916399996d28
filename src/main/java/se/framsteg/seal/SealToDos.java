package se.framsteg.seal;

import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;

/** Tells whoever runs the installation that the journal is no longer being sealed. */
@Component
class SealToDos implements ToDoSource {
    private final Seals seals;

    SealToDos(Seals seals) {
        this.seals = seals;
    }

    @Override
    public List<ToDo> toDo(Actor.Staff staff) {
        return seals.obstacle(staff)
                .map(_ -> List.of(ToDo.about("seal.title", "/settings/seals", "to-do.seal.stopped")))
                .orElse(List.of());
    }
}
