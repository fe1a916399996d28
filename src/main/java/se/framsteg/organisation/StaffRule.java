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
import se.framsteg.shared.StaffId;

/**
 * Whoever manages an organisation's staff manages each of them, so that the journal names whom it was about. The account
 * of a system administrator is left to system administrators: with a new password for it one would become one.
 */
@Component
class StaffRule implements Rule<StaffId> {
    private final JdbcClient jdbc;

    StaffRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Facts(OrganisationId organisation, AssociationId association, boolean systemAdministrator) {}

    @Override
    public Class<StaffId> about() {
        return StaffId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, StaffId staff) {
        return facts(staff)
                .map(facts -> new Ruling(decide(actor, facts), Trace.of("staff", staff, facts.association())));
    }

    static Set<Action> decide(Actor actor, Facts facts) {
        var beyond = facts.systemAdministrator()
                && !(actor instanceof Actor.Installation)
                && !(actor instanceof Actor.Staff staff && staff.is(Role.SYSTEM_ADMINISTRATOR));
        return !beyond
                        && OrganisationRule.decide(actor, facts.organisation(), facts.association())
                                .contains(Action.MANAGE_STAFF)
                ? EnumSet.of(Action.MANAGE_STAFF, Action.GIVE_PASSWORD_LINK)
                : Set.of();
    }

    private Optional<Facts> facts(StaffId staff) {
        return jdbc.sql("""
            select organisation_id, association_id,
              exists (select from staff_roles r where r.staff_id = s.id and r.role = 'SYSTEM_ADMINISTRATOR') as system
            from staff s where id = ?\
            """)
                .param(staff.value())
                .query((row, i) -> new Facts(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        new AssociationId(row.getObject("association_id", UUID.class)),
                        row.getBoolean("system")))
                .optional();
    }
}
