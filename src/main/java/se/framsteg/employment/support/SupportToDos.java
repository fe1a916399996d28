package se.framsteg.employment.support;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.cases.CaseLists;
import se.framsteg.employment.support.SupportQueries.Next;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;

/** Contacts of the rhythm that are due now, those of a month in its last week: one for each person, the one that ends first. */
@Component
class SupportToDos implements ToDoSource {
    private final Asking asking;
    private final SupportQueries queries;
    private final CaseLists lists;
    private final Clock clock;

    SupportToDos(Asking asking, SupportQueries queries, CaseLists lists, Clock clock) {
        this.asking = asking;
        this.queries = queries;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.CASEWORKER) && !staff.is(Role.LEAD)) {
            return List.of();
        }
        asking.by(staff);
        var today = LocalDate.now(clock);
        var due = queries.toCome(staff.id(), today).stream()
                .filter(next -> pressing(next.window(), today))
                .collect(toMap(Next::caseId, next -> next, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .limit(MOST)
                .toList();
        var frames = lists.show(staff, due.stream().map(Next::trace).toList());
        return due.stream()
                .filter(next -> frames.containsKey(next.caseId()))
                .map(next -> new ToDo(
                        requireNonNull(frames.get(next.caseId())).called(),
                        "/cases/" + next.caseId() + "/employments/" + next.id() + "/support",
                        "to-do.support." + next.window().what(),
                        List.of(),
                        Optional.of(next.window().last()),
                        false))
                .toList();
    }

    private static boolean pressing(Window window, LocalDate today) {
        return !window.first().isAfter(today)
                && (window.what() != Window.What.MONTH
                        || window.last().isBefore(today.plusDays(SupportQueries.DAYS_AHEAD)));
    }
}
