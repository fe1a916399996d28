package se.framsteg.organisation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.TeamId;

/** Everybody in an association sees its teams; its office and its organisations' administrators put them together. */
@Component
class TeamRule implements Rule<TeamId> {
    private static final Set<Action> KEEP = EnumSet.of(Action.SEE_TEAM, Action.CHANGE_TEAM);
    private final JdbcClient jdbc;

    TeamRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<TeamId> about() {
        return TeamId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, TeamId team) {
        return association(team)
                .map(association -> new Ruling(decide(actor, association), Trace.of("team", team, association)));
    }

    static Set<Action> decide(Actor actor, AssociationId association) {
        return switch (actor) {
            case Actor.Installation _ -> KEEP;
            case Actor.Staff staff when staff.is(Role.SYSTEM_ADMINISTRATOR) -> KEEP;
            case Actor.Staff staff when !staff.association().equals(association) -> Set.of();
            case Actor.Staff staff
            when staff.is(Role.ASSOCIATION_OFFICER) || staff.is(Role.ORGANISATION_ADMINISTRATOR) -> KEEP;
            case Actor.Staff _ -> EnumSet.of(Action.SEE_TEAM);
            case Actor.Respondent _ -> Set.of();
        };
    }

    private Optional<AssociationId> association(TeamId team) {
        return jdbc.sql("select association_id from teams where id = ?")
                .param(team.value())
                .query(UUID.class)
                .optional()
                .map(AssociationId::new);
    }
}
