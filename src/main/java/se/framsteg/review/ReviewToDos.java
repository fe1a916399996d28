package se.framsteg.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;

/** Reminds an organisation's administrator that the journal is to be reviewed, again and again. */
@Component
class ReviewToDos implements ToDoSource {
    private final LogReviewTable table;
    private final Guard guard;
    private final ReviewSettings settings;
    private final Clock clock;

    ReviewToDos(LogReviewTable table, Guard guard, ReviewSettings settings, Clock clock) {
        this.table = table;
        this.guard = guard;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.ORGANISATION_ADMINISTRATOR)
                || !guard.allows(staff, Action.REVIEW_LOG, staff.organisation())
                || !table.hasLog()) {
            return List.of();
        }
        var toDos = new ArrayList<ToDo>();
        table.list(staff.organisation()).stream()
                .filter(LogReview::open)
                .forEach(review -> toDos.add(
                        ToDo.about("log-review.title", "/log-review/" + review.id(), "to-do.log-review.open")));
        var longAgo = clock.instant().minus(settings.every());
        if (table.lastStarted(staff.organisation()).filter(longAgo::isBefore).isEmpty()) {
            toDos.add(ToDo.about("log-review.title", "/log-review/new", "to-do.log-review.due"));
        }
        return toDos;
    }
}
