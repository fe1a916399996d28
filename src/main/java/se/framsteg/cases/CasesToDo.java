package se.framsteg.cases;

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

/** What waits for leads and caseworkers: referrals to decide, cases to start, cases that nobody has. */
@Component
class CasesToDo implements ToDoSource {
    /** After so many days a referral or a start has waited too long: our own choice, to be seen and not forgotten. */
    private static final int PATIENCE_DAYS = 14;

    private final Referrals referrals;
    private final Cases cases;
    private final Clock clock;

    CasesToDo(Referrals referrals, Cases cases, Clock clock) {
        this.referrals = referrals;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        return Stream.of(
                        staff.is(Role.LEAD) ? toDecide(staff) : Stream.<ToDo>empty(),
                        staff.is(Role.LEAD) ? toAssign(staff) : Stream.<ToDo>empty(),
                        staff.is(Role.CASEWORKER) ? toStart(staff) : Stream.<ToDo>empty())
                .flatMap(toDos -> toDos)
                .toList();
    }

    private Stream<ToDo> toDecide(Actor.Staff staff) {
        return referrals.toDecide(staff, MOST).stream()
                .map(row -> waiting(
                        row.anonymous() ? "" : row.name(),
                        "/referrals/" + row.id(),
                        "to-do.decide",
                        List.of(row.initiativeName(), row.days()),
                        row.receivedOn()));
    }

    private Stream<ToDo> toStart(Actor.Staff staff) {
        return cases.toStart(staff, MOST).stream()
                .map(row -> waiting(
                        row.frame().called(),
                        "/cases/" + row.frame().id(),
                        "to-do.start",
                        List.of(row.initiativeName()),
                        row.acceptedOn()));
    }

    private Stream<ToDo> toAssign(Actor.Staff staff) {
        return cases.withoutCaseworker(staff, MOST).stream()
                .map(row -> new ToDo(
                        row.frame().called(),
                        "/cases/" + row.frame().id() + "/assignments",
                        "to-do.assign",
                        List.of(row.initiativeName()),
                        Optional.empty(),
                        false));
    }

    private ToDo waiting(String about, String path, String textKey, List<Object> arguments, LocalDate since) {
        var due = since.plusDays(PATIENCE_DAYS);
        return new ToDo(
                about,
                path,
                textKey,
                arguments,
                Optional.of(due),
                LocalDate.now(clock).isAfter(due));
    }
}
