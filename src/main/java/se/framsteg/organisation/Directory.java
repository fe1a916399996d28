package se.framsteg.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.TeamId;
import se.framsteg.shared.UnitId;

/** The door for looking at associations and organisations: who is who. */
@Component
public class Directory {
    private final JdbcClient jdbc;
    private final Guard guard;

    Directory(JdbcClient jdbc, Guard guard) {
        this.jdbc = jdbc;
        this.guard = guard;
    }

    /** An association in a list, with how many organisations and teams it has. */
    public record AssociationLine(AssociationId id, String name, int organisations, int teams) {}

    /** @param allowed what the one who looks may do with it */
    public record Association(
            AssociationId id,
            String name,
            int version,
            List<OrganisationLine> organisations,
            List<TeamLine> teams,
            Set<Action> allowed) {
        public boolean allows(Action action) {
            return allowed.contains(action);
        }
    }

    /** @param open whether the one who looks may go on to it */
    public record OrganisationLine(OrganisationId id, String name, OrganisationKind kind, boolean open) {}

    public record TeamLine(TeamId id, String name, int members) {}

    /**
     * @param staff empty to whoever may not manage them
     * @param allowed what the one who looks may do with it
     */
    public record Organisation(
            OrganisationId id,
            AssociationId association,
            String associationName,
            String name,
            OrganisationKind kind,
            int version,
            List<Unit> units,
            List<StaffLine> staff,
            Set<Action> allowed) {
        public boolean allows(Action action) {
            return allowed.contains(action);
        }

        public Optional<Unit> unit(UnitId id) {
            return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
        }
    }

    /** @param staff how many active staff belong to it */
    public record Unit(UnitId id, String name, int staff, int version) {}

    /** @param open whether the one who looks may go on to the account */
    public record StaffLine(StaffId id, String name, String unit, Set<Role> roles, boolean active, boolean open) {}

    /** All associations of the installation, by name. */
    @Transactional
    public List<AssociationLine> associations(Actor actor) {
        guard.admit(actor, Action.MANAGE_INSTALLATION, Installation.THIS);
        return jdbc.sql("""
            select id, name,
              (select count(*) from organisations o where o.association_id = a.id) as organisations,
              (select count(*) from teams t where t.association_id = a.id) as teams
            from associations a order by name\
            """)
                .query((row, i) -> new AssociationLine(
                        new AssociationId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getInt("organisations"),
                        row.getInt("teams")))
                .list();
    }

    @Transactional
    public Association association(Actor actor, AssociationId id) {
        guard.admit(actor, Action.SEE_ASSOCIATION, id);
        return jdbc.sql("select name, version from associations where id = ?")
                .param(id.value())
                .query((row, i) -> new Association(
                        id,
                        row.getString("name"),
                        row.getInt("version"),
                        organisations(actor, id),
                        teams(id),
                        guard.allowed(actor, id)))
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    private List<OrganisationLine> organisations(Actor actor, AssociationId association) {
        return jdbc.sql("select id, name, kind from organisations where association_id = ? order by name")
                .param(association.value())
                .query((row, i) -> {
                    var id = new OrganisationId(row.getObject("id", UUID.class));
                    var open = OrganisationRule.decide(actor, id, association).contains(Action.SEE_ORGANISATION);
                    return new OrganisationLine(
                            id, row.getString("name"), OrganisationKind.valueOf(row.getString("kind")), open);
                })
                .list();
    }

    private List<TeamLine> teams(AssociationId association) {
        return jdbc.sql("""
            select id, name, (select count(*) from team_members m where m.team_id = t.id) as members
            from teams t where association_id = ? order by name\
            """)
                .param(association.value())
                .query((row, i) -> new TeamLine(
                        new TeamId(row.getObject("id", UUID.class)), row.getString("name"), row.getInt("members")))
                .list();
    }

    @Transactional
    public Organisation organisation(Actor actor, OrganisationId id) {
        guard.admit(actor, Action.SEE_ORGANISATION, id);
        var allowed = guard.allowed(actor, id);
        return jdbc.sql("""
            select o.*, a.name as association_name from organisations o join associations a on a.id = o.association_id
            where o.id = ?\
            """)
                .param(id.value())
                .query((row, i) -> new Organisation(
                        id,
                        new AssociationId(row.getObject("association_id", UUID.class)),
                        row.getString("association_name"),
                        row.getString("name"),
                        OrganisationKind.valueOf(row.getString("kind")),
                        row.getInt("version"),
                        units(id),
                        allowed.contains(Action.MANAGE_STAFF) ? staff(actor, id) : List.of(),
                        allowed))
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    private List<Unit> units(OrganisationId organisation) {
        return jdbc.sql("""
            select id, name, version, (select count(*) from staff s where s.unit_id = u.id and s.active) as staff
            from units u where organisation_id = ? order by name\
            """)
                .param(organisation.value())
                .query((row, i) -> new Unit(
                        new UnitId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getInt("staff"),
                        row.getInt("version")))
                .list();
    }

    private List<StaffLine> staff(Actor actor, OrganisationId organisation) {
        return jdbc.sql("""
            select s.id, s.association_id, s.name, s.active, coalesce(u.name, '') as unit,
              array(select role from staff_roles r where r.staff_id = s.id) as roles
            from staff s left join units u on u.id = s.unit_id
            where s.organisation_id = ? order by s.active desc, s.name\
            """)
                .param(organisation.value())
                .query((row, i) -> staffLine(actor, organisation, row))
                .list();
    }

    private static StaffLine staffLine(Actor actor, OrganisationId organisation, ResultSet row) throws SQLException {
        var roles = StaffRegister.roles(row);
        var facts = new StaffRule.Facts(
                organisation,
                new AssociationId(row.getObject("association_id", UUID.class)),
                roles.contains(Role.SYSTEM_ADMINISTRATOR));
        return new StaffLine(
                new StaffId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("unit"),
                roles,
                row.getBoolean("active"),
                StaffRule.decide(actor, facts).contains(Action.MANAGE_STAFF));
    }
}
