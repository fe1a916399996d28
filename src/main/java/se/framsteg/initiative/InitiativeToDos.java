package se.framsteg.initiative;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;

/** Initiatives that nobody leads, or that end soon, for the association's office. */
@Component
class InitiativeToDos implements ToDoSource {
    /** What comes after an initiative takes a quarter of a year to decide about: our own choice. */
    private static final int DAYS_AHEAD = 90;

    private final InitiativeRegister initiatives;
    private final Clock clock;

    InitiativeToDos(InitiativeRegister initiatives, Clock clock) {
        this.initiatives = initiatives;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.ASSOCIATION_OFFICER)) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        return initiatives.all(staff, staff.association()).stream()
                .filter(one -> one.endsOn().filter(end -> end.isBefore(today)).isEmpty())
                .flatMap(one -> Stream.of(leaderless(one), endsSoon(one, today)).flatMap(Optional::stream))
                .toList();
    }

    private static Optional<ToDo> leaderless(Initiative one) {
        return one.leads().isEmpty()
                ? Optional.of(toDo(one, "to-do.initiative-without-lead", Optional.empty()))
                : Optional.empty();
    }

    private static Optional<ToDo> endsSoon(Initiative one, LocalDate today) {
        return one.endsOn()
                .filter(end -> !end.isAfter(today.plusDays(DAYS_AHEAD)))
                .map(end -> toDo(one, "to-do.initiative-ends", Optional.of(end)));
    }

    private static ToDo toDo(Initiative one, String textKey, Optional<LocalDate> due) {
        return new ToDo(one.name(), "/initiatives/" + one.id(), textKey, List.of(), due, false);
    }
}
