package se.framsteg.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.UnitId;

/** The door to staff and their roles. */
@Component
public class StaffRegister {
    private final JdbcClient jdbc;
    private final Guard guard;
    private final Clock clock;

    StaffRegister(JdbcClient jdbc, Guard guard, Clock clock) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * Somebody to add to an organisation's staff.
     *
     * @param email in lower case, not yet used by anybody
     * @param roles that go together, see {@link Role#compatible}
     */
    public record NewStaff(
            String name, String email, @Nullable UnitId unit, Set<Role> roles) {
        /** Nothing of it: names stay out of logs. */
        @Override
        public String toString() {
            return "somebody";
        }
    }

    /**
     * What signing in is checked against.
     *
     * @param passwordHash empty until a password has been chosen
     */
    public record Credentials(StaffId staff, Optional<String> passwordHash) {}

    /** This member of staff as an actor, as of now; empty if the account is closed or unknown. */
    public Optional<Actor.Staff> actor(StaffId staff) {
        return jdbc.sql("""
            select s.id, s.association_id, s.organisation_id, s.name,
              array(select role from staff_roles r where r.staff_id = s.id) as roles
            from staff s where s.id = ? and s.active\
            """).param(staff.value()).query(StaffRegister::actor).optional();
    }

    private static Actor.Staff actor(ResultSet row, int i) throws SQLException {
        return new Actor.Staff(
                new StaffId(row.getObject("id", UUID.class)),
                new AssociationId(row.getObject("association_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("name"),
                roles(row));
    }

    static Set<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }

    public Optional<Credentials> credentials(String email) {
        return jdbc.sql("select id, password_hash from staff where email = ? and active")
                .param(email)
                .query((row, i) -> new Credentials(
                        new StaffId(row.getObject("id", UUID.class)),
                        Optional.ofNullable(row.getString("password_hash"))))
                .optional();
    }

    /** Sets the password that the member of staff has chosen. Whoever calls has checked that it is theirs to choose. */
    @Transactional
    public void setPasswordHash(StaffId staff, String hash) {
        jdbc.sql("update staff set password_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", staff.value())
                .update();
    }

    /** The names of these members of staff. */
    public Map<StaffId, String> names(Collection<StaffId> staff) {
        var ids = staff.stream().map(StaffId::value).distinct().toArray(UUID[]::new);
        return jdbc
                .sql("select id, name from staff where id = any(:ids)")
                .param("ids", ids)
                .query((row, i) -> Map.entry(new StaffId(row.getObject("id", UUID.class)), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The address of this member of staff's account; empty if it is unknown. For other rooms, which guard what they show themselves. */
    public Optional<String> email(StaffId staff) {
        return jdbc.sql("select email from staff where id = ?")
                .param(staff.value())
                .query(String.class)
                .optional();
    }

    /** A member of staff as somebody outside knows them. */
    public record Colleague(String name, String organisation) {}

    /** Who these members of staff are, and where they work today. */
    public Map<StaffId, Colleague> colleagues(Collection<StaffId> staff) {
        var ids = staff.stream().map(StaffId::value).distinct().toArray(UUID[]::new);
        var found = new HashMap<StaffId, Colleague>();
        jdbc.sql("""
            select s.id, s.name, o.name as organisation from staff s join organisations o on o.id = s.organisation_id
            where s.id = any(:ids)\
            """).param("ids", ids).query(row -> {
            found.put(
                    new StaffId(row.getObject("id", UUID.class)),
                    new Colleague(row.getString("name"), row.getString("organisation")));
        });
        return found;
    }

    /** The roles that these members of staff have today, in order; nothing for who has none. */
    public Map<StaffId, Set<Role>> roles(Collection<StaffId> staff) {
        var ids = staff.stream().map(StaffId::value).distinct().toArray(UUID[]::new);
        var found = new HashMap<StaffId, Set<Role>>();
        jdbc.sql("select staff_id, role from staff_roles where staff_id = any(:ids)")
                .param("ids", ids)
                .query(row -> {
                    found.computeIfAbsent(
                                    new StaffId(row.getObject("staff_id", UUID.class)), _ -> EnumSet.noneOf(Role.class))
                            .add(Role.valueOf(row.getString("role")));
                });
        return found;
    }

    /** The names of an organisation's active staff with this role, in order of name. */
    public Map<StaffId, String> withRole(OrganisationId organisation, Role role) {
        var found = new LinkedHashMap<StaffId, String>();
        jdbc.sql("""
            select s.id, s.name from staff s join staff_roles r on r.staff_id = s.id and r.role = :role
            where s.organisation_id = :organisation and s.active order by s.name\
            """)
                .param("role", role.name())
                .param("organisation", organisation.value())
                .query(row -> {
                    found.put(new StaffId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return found;
    }

    /**
     * Opens an account, without a password.
     *
     * @throws StaffRefusedException if the roles can't be so
     * @throws org.springframework.dao.DuplicateKeyException if somebody else has the e-mail
     */
    @Transactional
    public StaffId add(Actor actor, OrganisationId organisation, NewStaff person) {
        guard.admit(actor, Action.MANAGE_STAFF, organisation);
        RoleChange.ofNew(actor, person.roles()).problem().ifPresent(problem -> {
            throw new StaffRefusedException(problem);
        });
        var id = StaffId.create();
        jdbc.sql("""
            insert into staff (id, association_id, organisation_id, unit_id, name, email, created_at)
            select :id, association_id, id, :unit, :name, :email, :now from organisations where id = :organisation\
            """)
                .param("id", id.value())
                .param("unit", person.unit() == null ? null : person.unit().value())
                .param("name", person.name())
                .param("email", person.email())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("organisation", organisation.value())
                .update();
        setRoles(id, person.roles());
        return id;
    }

    void setRoles(StaffId staff, Set<Role> roles) {
        jdbc.sql("delete from staff_roles where staff_id = ?")
                .param(staff.value())
                .update();
        roles.forEach(role -> jdbc.sql("insert into staff_roles (staff_id, role) values (?, ?)")
                .param(staff.value())
                .param(role.name())
                .update());
    }
}
