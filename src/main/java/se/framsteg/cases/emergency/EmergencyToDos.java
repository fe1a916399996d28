package se.framsteg.cases.emergency;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseLists;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.Time;

/** Tells leads, caseworkers and reviewers of cases that were opened in an emergency, until they have taken note. */
@Component
class EmergencyToDos implements ToDoSource {
    /** After so many days nobody remembers why: our own choice. */
    private static final int PATIENCE_DAYS = 3;

    private final Guard guard;
    private final EmergencyStore emergencies;
    private final CaseLists lists;
    private final StaffRegister register;
    private final Clock clock;

    EmergencyToDos(Guard guard, EmergencyStore emergencies, CaseLists lists, StaffRegister register, Clock clock) {
        this.guard = guard;
        this.emergencies = emergencies;
        this.lists = lists;
        this.register = register;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        return Stream.concat(
                        staff.is(Role.LEAD) || staff.is(Role.CASEWORKER) ? inCasesOf(staff) : Stream.empty(),
                        staff.is(Role.ORGANISATION_ADMINISTRATOR) ? forReviewer(staff) : Stream.empty())
                .toList();
    }

    private Stream<ToDo> inCasesOf(Actor.Staff staff) {
        guard.allowed(staff, EmergencyDoor.OWN_ORGANISATION);
        var waiting = emergencies.inCasesOf(staff.id(), MOST);
        var frames =
                lists.show(staff, waiting.stream().map(EmergencyToDos::trace).toList());
        var names = names(waiting.stream().map(EmergencyStore.Waiting::emergency));
        return waiting.stream()
                .map(one -> toDo(
                        requireNonNull(frames.get(one.emergency().caseId())).called(),
                        one.emergency(),
                        "to-do.emergency",
                        names));
    }

    private static Trace trace(EmergencyStore.Waiting one) {
        return Trace.ofCase(one.emergency().caseId(), one.emergency().association(), one.participant());
    }

    private Stream<ToDo> forReviewer(Actor.Staff reviewer) {
        guard.admit(reviewer, Action.SEE_ORGANISATION, reviewer.organisation());
        var waiting = emergencies.forReviewer(reviewer, MOST);
        var names = names(waiting.stream());
        return waiting.stream()
                .map(one -> toDo(names.getOrDefault(one.by(), ""), one, "to-do.emergency.reviewer", names));
    }

    private Map<StaffId, String> names(Stream<EmergencyStore.Stored> emergencies) {
        return register.names(
                emergencies.map(EmergencyStore.Stored::by).distinct().toList());
    }

    private ToDo toDo(String about, EmergencyStore.Stored emergency, String textKey, Map<StaffId, String> names) {
        var due = LocalDate.ofInstant(emergency.openedAt(), Time.SWEDEN).plusDays(PATIENCE_DAYS);
        return new ToDo(
                about,
                "/cases/emergency/" + emergency.id(),
                textKey,
                List.of(names.getOrDefault(emergency.by(), "")),
                Optional.of(due),
                LocalDate.now(clock).isAfter(due));
    }
}
