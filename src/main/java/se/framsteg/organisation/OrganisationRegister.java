package se.framsteg.organisation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.OrganisationId;

/** The door to associations and their organisations. */
@Component
public class OrganisationRegister {
    private final JdbcClient jdbc;
    private final Guard guard;
    private final Clock clock;

    OrganisationRegister(JdbcClient jdbc, Guard guard, Clock clock) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.clock = clock;
    }

    /** Whether the installation is still empty. */
    public boolean isEmpty() {
        return !jdbc.sql("select exists (select from associations)")
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public AssociationId addAssociation(Actor actor, String name) {
        guard.admit(actor, Action.MANAGE_INSTALLATION, Installation.THIS);
        var id = AssociationId.create();
        jdbc.sql("insert into associations (id, name, created_at) values (:id, :name, :now)")
                .param("id", id.value())
                .param("name", name)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return id;
    }

    @Transactional
    public OrganisationId addOrganisation(Actor actor, AssociationId association, String name, OrganisationKind kind) {
        guard.admit(actor, Action.ADD_ORGANISATION, association);
        var id = OrganisationId.create();
        jdbc.sql("insert into organisations (id, association_id, name, kind) values (:id, :association, :name, :kind)")
                .param("id", id.value())
                .param("association", association.value())
                .param("name", name)
                .param("kind", kind.name())
                .update();
        return id;
    }
}
