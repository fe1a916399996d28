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
import se.framsteg.shared.OrganisationId;

/**
 * An organisation's administrator keeps its units and staff, and reviews its journal, which nobody else does (SoLPuL 10 §); the
 * association's office sees it.
 */
@Component
class OrganisationRule implements Rule<OrganisationId> {
    private static final Set<Action> KEEP =
            EnumSet.of(Action.SEE_ORGANISATION, Action.CHANGE_ORGANISATION, Action.MANAGE_STAFF);
    private static final Set<Action> KEEP_AND_REVIEW =
            EnumSet.of(Action.SEE_ORGANISATION, Action.CHANGE_ORGANISATION, Action.MANAGE_STAFF, Action.REVIEW_LOG);

    private final JdbcClient jdbc;

    OrganisationRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<OrganisationId> about() {
        return OrganisationId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, OrganisationId organisation) {
        return association(organisation)
                .map(association -> new Ruling(
                        decide(actor, organisation, association), Trace.of("organisation", organisation, association)));
    }

    /** What the actor may do with an organisation that is known to be in this association. */
    static Set<Action> decide(Actor actor, OrganisationId organisation, AssociationId association) {
        return switch (actor) {
            case Actor.Installation _ -> KEEP;
            case Actor.Staff staff
            when staff.is(Role.ORGANISATION_ADMINISTRATOR)
                    && staff.organisation().equals(organisation) -> KEEP_AND_REVIEW;
            case Actor.Staff staff when staff.is(Role.SYSTEM_ADMINISTRATOR) -> KEEP;
            case Actor.Staff staff
            when staff.is(Role.ASSOCIATION_OFFICER) && staff.association().equals(association) ->
                EnumSet.of(Action.SEE_ORGANISATION, Action.CHANGE_ORGANISATION);
            case Actor.Staff _, Actor.Respondent _ -> Set.of();
        };
    }

    private Optional<AssociationId> association(OrganisationId organisation) {
        return jdbc.sql("select association_id from organisations where id = ?")
                .param(organisation.value())
                .query(UUID.class)
                .optional()
                .map(AssociationId::new);
    }
}
