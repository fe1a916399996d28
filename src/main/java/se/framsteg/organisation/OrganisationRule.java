package se.framsteg.organisation;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.audit.Trace;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.OrganisationId;

/** An organisation's administrator keeps its units and staff; the association's office sees it. */
@Component
class OrganisationRule implements Rule<OrganisationId> {
    private static final Set<Action> KEEP =
            EnumSet.of(Action.SEE_ORGANISATION, Action.CHANGE_ORGANISATION, Action.MANAGE_STAFF);

    private final JdbcClient jdbc;

    OrganisationRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<OrganisationId> about() {
        return OrganisationId.class;
    }

    @Override
    public Set<Action> allowed(Actor actor, OrganisationId organisation) {
        return switch (actor) {
            case Actor.Installation _ -> KEEP;
            case Actor.Staff staff when staff.is(Role.SYSTEM_ADMINISTRATOR) -> exists(organisation) ? KEEP : Set.of();
            case Actor.Staff staff
            when staff.is(Role.ORGANISATION_ADMINISTRATOR)
                    && staff.organisation().equals(organisation) -> KEEP;
            case Actor.Staff staff
            when staff.is(Role.ASSOCIATION_OFFICER) && isIn(organisation, staff.association()) ->
                EnumSet.of(Action.SEE_ORGANISATION, Action.CHANGE_ORGANISATION);
            case Actor.Staff _, Actor.Respondent _ -> Set.of();
        };
    }

    private boolean exists(OrganisationId organisation) {
        return jdbc.sql("select exists (select from organisations where id = ?)")
                .param(organisation.value())
                .query(Boolean.class)
                .single();
    }

    private boolean isIn(OrganisationId organisation, AssociationId association) {
        return association(organisation).equals(association.value());
    }

    private UUID association(OrganisationId organisation) {
        return jdbc.sql("select association_id from organisations where id = ?")
                .param(organisation.value())
                .query(UUID.class)
                .optional()
                .orElse(new UUID(0, 0));
    }

    @Override
    public Trace trace(OrganisationId organisation) {
        return Trace.of("organisation", organisation, new AssociationId(association(organisation)));
    }
}
