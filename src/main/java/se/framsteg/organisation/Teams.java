package se.framsteg.organisation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.TeamId;

/** The door to teams with members from several organisations. Being in a team opens no case. */
@Component
public class Teams {
    private final JdbcClient jdbc;
    private final Guard guard;

    Teams(JdbcClient jdbc, Guard guard) {
        this.jdbc = jdbc;
        this.guard = guard;
    }

    /** @param allowed what the one who looks may do with it */
    public record Team(
            TeamId id,
            AssociationId association,
            String associationName,
            String name,
            int version,
            List<Member> members,
            Set<Action> allowed) {
        public boolean allows(Action action) {
            return allowed.contains(action);
        }
    }

    /** @param active false if the account is closed */
    public record Member(StaffId id, String name, String organisation, boolean active) {}

    /**
     * Makes a team without members.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the association has a team of that name
     */
    @Transactional
    public TeamId add(Actor actor, AssociationId association, String name) {
        guard.admit(actor, Action.ADD_TEAM, association);
        var id = TeamId.create();
        jdbc.sql("insert into teams (id, association_id, name) values (:id, :association, :name)")
                .param("id", id.value())
                .param("association", association.value())
                .param("name", name)
                .update();
        return id;
    }

    @Transactional
    public Team team(Actor actor, TeamId id) {
        guard.admit(actor, Action.SEE_TEAM, id);
        return jdbc.sql("""
            select t.association_id, t.name, t.version, a.name as association_name
            from teams t join associations a on a.id = t.association_id where t.id = ?\
            """)
                .param(id.value())
                .query((row, i) -> new Team(
                        id,
                        new AssociationId(row.getObject("association_id", UUID.class)),
                        row.getString("association_name"),
                        row.getString("name"),
                        row.getInt("version"),
                        members(id),
                        guard.allowed(actor, id)))
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * @throws ChangedMeanwhileException if {@code version} is no longer the saved one
     * @throws org.springframework.dao.DuplicateKeyException if the association has a team of that name
     */
    @Transactional
    public void rename(Actor actor, TeamId team, String name, int version) {
        guard.admit(actor, Action.CHANGE_TEAM, team);
        ChangedMeanwhileException.unless(jdbc.sql("update teams set name = :name, version = version + 1"
                        + " where id = :id and version = :version")
                .param("name", name)
                .param("id", team.value())
                .param("version", version)
                .update());
    }

    /** Those of the association's organisations who work with participants and are not in the team yet. */
    @Transactional
    public List<Member> candidates(Actor actor, TeamId team) {
        guard.admit(actor, Action.CHANGE_TEAM, team);
        return jdbc.sql("""
            select s.id, s.name, o.name as organisation, s.active
            from teams t join staff s on s.association_id = t.association_id and s.active
            join organisations o on o.id = s.organisation_id
            where t.id = ? and exists (select from staff_roles r where r.staff_id = s.id
                and r.role in ('CASEWORKER', 'TEAM_MEMBER', 'LEAD'))
              and not exists (select from team_members m where m.team_id = t.id and m.staff_id = s.id)
            order by o.name, s.name\
            """).param(team.value()).query(Teams::member).list();
    }

    /** Adds somebody of {@link #candidates}. Whoever is a member already, or can't be one, is passed over. */
    @Transactional
    public void addMember(Actor actor, TeamId team, StaffId staff) {
        guard.admit(actor, Action.CHANGE_TEAM, team);
        jdbc.sql("""
            insert into team_members (association_id, team_id, staff_id)
            select t.association_id, t.id, s.id from teams t join staff s on s.association_id = t.association_id
            where t.id = :team and s.id = :staff and s.active and exists (select from staff_roles r
              where r.staff_id = s.id and r.role in ('CASEWORKER', 'TEAM_MEMBER', 'LEAD'))
            on conflict do nothing\
            """).param("team", team.value()).param("staff", staff.value()).update();
    }

    @Transactional
    public void removeMember(Actor actor, TeamId team, StaffId staff) {
        guard.admit(actor, Action.CHANGE_TEAM, team);
        jdbc.sql("delete from team_members where team_id = :team and staff_id = :staff")
                .param("team", team.value())
                .param("staff", staff.value())
                .update();
    }

    /** The names of an association's teams, in order of name. For other rooms, which guard what they show themselves. */
    public Map<TeamId, String> names(AssociationId association) {
        var found = new java.util.LinkedHashMap<TeamId, String>();
        jdbc.sql("select id, name from teams where association_id = ? order by name")
                .param(association.value())
                .query(row -> {
                    found.put(new TeamId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return found;
    }

    /** The teams that somebody is a member of. For other rooms, which guard what they show themselves. */
    public Set<TeamId> of(StaffId staff) {
        return Set.copyOf(jdbc.sql("select team_id from team_members where staff_id = ?")
                .param(staff.value())
                .query((row, i) -> new TeamId(row.getObject("team_id", UUID.class)))
                .list());
    }

    private List<Member> members(TeamId team) {
        return jdbc.sql("""
            select s.id, s.name, o.name as organisation, s.active
            from team_members m join staff s on s.id = m.staff_id join organisations o on o.id = s.organisation_id
            where m.team_id = ? order by o.name, s.name\
            """).param(team.value()).query(Teams::member).list();
    }

    private static Member member(java.sql.ResultSet row, int i) throws java.sql.SQLException {
        return new Member(
                new StaffId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("organisation"),
                row.getBoolean("active"));
    }
}
