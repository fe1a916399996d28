package se.framsteg.organisation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.shared.AssociationId;

/** Everybody sees the own association; its office builds it up, and the system administrator all of them. */
@Component
class AssociationRule implements Rule<AssociationId> {
    private static final Set<Action> BUILD_UP = EnumSet.of(
            Action.SEE_ASSOCIATION,
            Action.CHANGE_ASSOCIATION,
            Action.ADD_ORGANISATION,
            Action.ADD_TEAM,
            Action.ADD_INITIATIVE);

    private final JdbcClient jdbc;

    AssociationRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<AssociationId> about() {
        return AssociationId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, AssociationId association) {
        return Optional.of(new Ruling(decide(actor, association), Trace.of("association", association, association)));
    }

    private Set<Action> decide(Actor actor, AssociationId association) {
        return switch (actor) {
            case Actor.Installation _ -> BUILD_UP;
            case Actor.Staff staff
            when staff.is(Role.SYSTEM_ADMINISTRATOR) -> exists(association) ? BUILD_UP : Set.of();
            case Actor.Staff staff when !staff.association().equals(association) -> Set.of();
            case Actor.Staff staff when staff.is(Role.ASSOCIATION_OFFICER) -> BUILD_UP;
            case Actor.Staff staff
            when staff.is(Role.ORGANISATION_ADMINISTRATOR) ->
                EnumSet.of(Action.SEE_ASSOCIATION, Action.ADD_TEAM, Action.ADD_INITIATIVE);
            case Actor.Staff _ -> EnumSet.of(Action.SEE_ASSOCIATION);
            case Actor.Respondent _ -> Set.of();
        };
    }

    private boolean exists(AssociationId association) {
        return jdbc.sql("select exists (select from associations where id = ?)")
                .param(association.value())
                .query(Boolean.class)
                .single();
    }
}
