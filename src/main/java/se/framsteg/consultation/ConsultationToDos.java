package se.framsteg.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.organisation.Teams;
import se.framsteg.shared.TeamId;
import se.framsteg.shared.Time;

/** Tells a team's members of questions that wait for an answer, and whoever asked that one has come. */
@Component
class ConsultationToDos implements ToDoSource {
    /** After so many days a question has waited too long: our own choice, to be seen and not forgotten. */
    private static final int PATIENCE_DAYS = 14;

    private final Guard guard;
    private final ConsultationStore consultations;
    private final Teams teams;
    private final Clock clock;

    ConsultationToDos(Guard guard, ConsultationStore consultations, Teams teams, Clock clock) {
        this.guard = guard;
        this.consultations = consultations;
        this.teams = teams;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!guard.allows(staff, Action.LIST_CONSULTATIONS, ConsultationDesk.OWN)) {
            return List.of();
        }
        var names = teams.names(staff.association());
        return Stream.concat(
                        consultations.unanswered(teams.of(staff.id()), staff.id(), MOST).stream()
                                .map(one -> toDo(one.consultation(), "to-do.answer-consultation", names)),
                        consultations.answered(staff.id(), MOST).stream()
                                .map(one -> toDo(one.consultation(), "to-do.read-consultation", names)))
                .toList();
    }

    private ToDo toDo(ConsultationStore.Stored consultation, String textKey, Map<TeamId, String> names) {
        var today = LocalDate.now(clock);
        var asked = LocalDate.ofInstant(consultation.askedAt(), Time.SWEDEN);
        var due = asked.plusDays(PATIENCE_DAYS);
        return new ToDo(
                names.getOrDefault(consultation.team(), ""),
                "/consultations/" + consultation.id(),
                textKey,
                List.of(ChronoUnit.DAYS.between(asked, today)),
                Optional.of(due),
                today.isAfter(due));
    }
}
