package se.framsteg.consultation;

import java.util.EnumSet;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.organisation.Teams;

/** Everybody who works with persons in an association may ask each of its teams. */
@Component
class TeamQuestionsRule implements Rule<TeamQuestions> {
    private final Teams teams;

    TeamQuestionsRule(Teams teams) {
        this.teams = teams;
    }

    @Override
    public Class<TeamQuestions> about() {
        return TeamQuestions.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, TeamQuestions questions) {
        return actor instanceof Actor.Staff staff
                        && ConsultationDeskRule.working(staff.roles())
                        && teams.names(staff.association()).containsKey(questions.team())
                ? Optional.of(new Ruling(
                        EnumSet.of(Action.ASK_TEAM), Trace.of("team", questions.team(), staff.association())))
                : Optional.empty();
    }
}
