package se.framsteg.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.UnitId;

/** The door to the accounts of staff, for those who manage them and for their own. */
@Component
public class StaffAccounts {
    private static final String SELECT = """
        select s.*, a.name as association_name, o.name as organisation_name, coalesce(u.name, '') as unit_name,
          array(select role from staff_roles r where r.staff_id = s.id) as roles
        from staff s join associations a on a.id = s.association_id join organisations o on o.id = s.organisation_id
        left join units u on u.id = s.unit_id where s.id = ?\
        """;

    private final JdbcClient jdbc;
    private final Guard guard;
    private final StaffRegister register;
    private final PasswordLinks links;

    StaffAccounts(JdbcClient jdbc, Guard guard, StaffRegister register, PasswordLinks links) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.register = register;
        this.links = links;
    }

    /** @param hasPassword whether a password has been chosen yet */
    public record Account(
            StaffId id,
            String associationName,
            OrganisationId organisation,
            String organisationName,
            Optional<UnitId> unit,
            String unitName,
            String name,
            String email,
            Set<Role> roles,
            boolean active,
            boolean hasPassword,
            int version) {
        /** The id alone: names stay out of logs. */
        @Override
        public String toString() {
            return "staff " + id;
        }
    }

    /** One's own account. */
    @Transactional(readOnly = true)
    public Account own(Actor.Staff staff) {
        return read(staff.id());
    }

    @Transactional
    public Account account(Actor actor, StaffId staff) {
        guard.admit(actor, Action.MANAGE_STAFF, staff);
        return read(staff);
    }

    /**
     * Changes name, e-mail, unit and roles.
     *
     * @throws StaffRefusedException if the roles can't be so
     * @throws ChangedMeanwhileException if {@code version} is no longer the saved one
     * @throws org.springframework.dao.DuplicateKeyException if somebody else has the e-mail
     */
    @Transactional
    public void change(Actor actor, StaffId staff, StaffRegister.NewStaff details, int version) {
        guard.admit(actor, Action.MANAGE_STAFF, staff);
        change(actor, read(staff), details.roles()).problem().ifPresent(StaffAccounts::refuse);
        ChangedMeanwhileException.unless(jdbc.sql("""
            update staff set name = :name, email = :email, unit_id = :unit, version = version + 1
            where id = :id and version = :version\
            """)
                .param("name", details.name())
                .param("email", details.email())
                .param("unit", details.unit() == null ? null : details.unit().value())
                .param("id", staff.value())
                .param("version", version)
                .update());
        register.setRoles(staff, details.roles());
    }

    /**
     * Closes the account. It acts at that person's next request.
     *
     * @throws StaffRefusedException if it is one's own, or nobody would be left to administer
     */
    @Transactional
    public void close(Actor actor, StaffId staff) {
        guard.admit(actor, Action.MANAGE_STAFF, staff);
        change(actor, read(staff), Set.of()).closingProblem().ifPresent(StaffAccounts::refuse);
        setActive(staff, false);
    }

    @Transactional
    public void reopen(Actor actor, StaffId staff) {
        guard.admit(actor, Action.MANAGE_STAFF, staff);
        setActive(staff, true);
    }

    /** The path of a link to pass on, with which this member of staff chooses a new password. */
    @Transactional
    public String passwordLink(Actor actor, StaffId staff) {
        guard.admit(actor, Action.GIVE_PASSWORD_LINK, staff);
        return links.path(staff);
    }

    private void setActive(StaffId staff, boolean active) {
        jdbc.sql("update staff set active = :active, version = version + 1 where id = :id and active <> :active")
                .param("active", active)
                .param("id", staff.value())
                .update();
    }

    private Account read(StaffId staff) {
        return jdbc.sql(SELECT)
                .param(staff.value())
                .query(StaffAccounts::account)
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    private RoleChange change(Actor actor, Account account, Set<Role> after) {
        alone();
        var own = actor instanceof Actor.Staff staff && staff.id().equals(account.id());
        var before = account.active() ? account.roles() : Set.<Role>of();
        var others = "select not exists (select from staff s join staff_roles r on r.staff_id = s.id and r.role = :role"
                + " where s.active and s.id <> :staff and (s.organisation_id = :organisation or :everywhere))";
        return new RoleChange(
                actor,
                before,
                after,
                own,
                isLast(others, account, Role.ORGANISATION_ADMINISTRATOR, false),
                isLast(others, account, Role.SYSTEM_ADMINISTRATOR, true));
    }

    private boolean isLast(String others, Account account, Role role, boolean everywhere) {
        return jdbc.sql(others)
                .param("role", role.name())
                .param("staff", account.id().value())
                .param("organisation", account.organisation().value())
                .param("everywhere", everywhere)
                .query(Boolean.class)
                .single();
    }

    /** One change of roles at a time, so that two administrators can't remove each other. */
    private void alone() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('staff_roles'))").query(row -> {});
    }

    private static void refuse(StaffProblem problem) {
        throw new StaffRefusedException(problem);
    }

    private static Account account(ResultSet row, int i) throws SQLException {
        return new Account(
                new StaffId(row.getObject("id", UUID.class)),
                row.getString("association_name"),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("organisation_name"),
                Optional.ofNullable(row.getObject("unit_id", UUID.class)).map(UnitId::new),
                row.getString("unit_name"),
                row.getString("name"),
                row.getString("email"),
                StaffRegister.roles(row),
                row.getBoolean("active"),
                row.getString("password_hash") != null,
                row.getInt("version"));
    }
}
