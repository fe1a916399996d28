package se.framsteg.organisation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.UnitId;

/**
 * The door to making and changing associations, their organisations and the organisations' units. Names are unique: among
 * associations' organisations, and among an organisation's units. A name that is taken is refused with
 * {@link org.springframework.dao.DuplicateKeyException}, and nothing is saved.
 */
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

    /** @throws ChangedMeanwhileException if {@code version} is no longer the saved one */
    @Transactional
    public void renameAssociation(Actor actor, AssociationId association, String name, int version) {
        guard.admit(actor, Action.CHANGE_ASSOCIATION, association);
        ChangedMeanwhileException.unless(jdbc.sql("update associations set name = :name, version = version + 1"
                        + " where id = :id and version = :version")
                .param("name", name)
                .param("id", association.value())
                .param("version", version)
                .update());
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

    /** @throws ChangedMeanwhileException if {@code version} is no longer the saved one */
    @Transactional
    public void changeOrganisation(
            Actor actor, OrganisationId organisation, String name, OrganisationKind kind, int version) {
        guard.admit(actor, Action.CHANGE_ORGANISATION, organisation);
        ChangedMeanwhileException.unless(
                jdbc.sql("update organisations set name = :name, kind = :kind, version = version + 1"
                                + " where id = :id and version = :version")
                        .param("name", name)
                        .param("kind", kind.name())
                        .param("id", organisation.value())
                        .param("version", version)
                        .update());
    }

    @Transactional
    public UnitId addUnit(Actor actor, OrganisationId organisation, String name) {
        guard.admit(actor, Action.CHANGE_ORGANISATION, organisation);
        var id = UnitId.create();
        jdbc.sql("""
            insert into units (id, association_id, organisation_id, name)
            select :id, association_id, id, :name from organisations where id = :organisation\
            """)
                .param("id", id.value())
                .param("name", name)
                .param("organisation", organisation.value())
                .update();
        return id;
    }

    /** @throws ChangedMeanwhileException if {@code version} is no longer the saved one, or it is no unit of this one */
    @Transactional
    public void renameUnit(Actor actor, OrganisationId organisation, UnitId unit, String name, int version) {
        guard.admit(actor, Action.CHANGE_ORGANISATION, organisation);
        ChangedMeanwhileException.unless(jdbc.sql("update units set name = :name, version = version + 1"
                        + " where id = :id and organisation_id = :organisation and version = :version")
                .param("name", name)
                .param("id", unit.value())
                .param("organisation", organisation.value())
                .param("version", version)
                .update());
    }

    /** The names of these organisations. */
    public Map<OrganisationId, String> names(Collection<OrganisationId> organisations) {
        var ids = organisations.stream().map(OrganisationId::value).distinct().toArray(UUID[]::new);
        return jdbc
                .sql("select id, name from organisations where id = any(:ids)")
                .param("ids", ids)
                .query((row, i) ->
                        Map.entry(new OrganisationId(row.getObject("id", UUID.class)), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Those of an association's organisations to whom something about a person may be told, in order of name: all but its own
     * office, since the association handles no individuals (lag 2003:1210 7 §). An organisation is the office if it has an
     * association officer, whether the account is closed or not, and nobody who works with persons. One without any accounts is
     * none: a person may be asked before its staff have got theirs. For other rooms, which guard what they show themselves.
     */
    public Map<OrganisationId, String> recipients(AssociationId association) {
        var found = names(association);
        jdbc.sql("""
            select o.id from organisations o
            where o.association_id = ?
              and exists (select from staff s join staff_roles r on r.staff_id = s.id and r.role = 'ASSOCIATION_OFFICER'
                where s.organisation_id = o.id)
              and not exists (select from staff s join staff_roles r on r.staff_id = s.id
                and r.role in ('CASEWORKER', 'TEAM_MEMBER', 'LEAD')
                where s.organisation_id = o.id and s.active)\
            """).param(association.value()).query(row -> {
            found.remove(new OrganisationId(row.getObject("id", UUID.class)));
        });
        return found;
    }

    /** Which kinds an association's organisations are of. For other rooms, which guard what they show themselves. */
    public Map<OrganisationId, OrganisationKind> kinds(AssociationId association) {
        var kinds = new LinkedHashMap<OrganisationId, OrganisationKind>();
        jdbc.sql("select id, kind from organisations where association_id = ?")
                .param(association.value())
                .query(row -> {
                    kinds.put(
                            new OrganisationId(row.getObject("id", UUID.class)),
                            OrganisationKind.valueOf(row.getString("kind")));
                });
        return kinds;
    }

    /** The organisations of an association, in order of name. For other rooms, which guard what they show themselves. */
    public Map<OrganisationId, String> names(AssociationId association) {
        var found = new LinkedHashMap<OrganisationId, String>();
        jdbc.sql("select id, name from organisations where association_id = ? order by name")
                .param(association.value())
                .query(row -> {
                    found.put(new OrganisationId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return found;
    }
}
