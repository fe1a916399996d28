package se.framsteg.fidelity.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.InitiativeId;

/** Reviews that wait for their raters: to score on their own, or to agree. Tells of no person. */
@Component
class FidelityToDos implements ToDoSource {
    private final ReviewStore reviews;
    private final InitiativeRegister initiatives;
    private final Asking asking;

    FidelityToDos(ReviewStore reviews, InitiativeRegister initiatives, Asking asking) {
        this.reviews = reviews;
        this.initiatives = initiatives;
        this.asking = asking;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.CASEWORKER) && !staff.is(Role.LEAD)) {
            return List.of();
        }
        asking.by(staff);
        var waiting = reviews.waitingFor(staff.id());
        var names = initiatives.names(waiting.stream().map(Review::initiative).toList());
        return waiting.stream().limit(MOST).map(review -> toDo(review, names)).toList();
    }

    private static ToDo toDo(Review review, Map<InitiativeId, String> names) {
        return new ToDo(
                names.getOrDefault(review.initiative(), ""),
                "/fidelity/reviews/" + review.id(),
                review.rated() ? "to-do.fidelity.agree" : "to-do.fidelity.rate",
                List.of(),
                Optional.empty(),
                false);
    }
}
