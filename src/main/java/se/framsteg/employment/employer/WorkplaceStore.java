package se.framsteg.employment.employer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.employment.employer.Workplace.Contact;
import se.framsteg.employment.employer.Workplace.Details;
import se.framsteg.shared.StaffId;

/** Workplaces as rows, asked for by the employer as which theirs is known. Guards nothing: the door does. */
@Component
class WorkplaceStore {
    private static final String OF_HEAD = """
        select w.* from employer_workplaces w join employer_heads k on k.id = w.employer_id and k.head_id = :head
        where w.removed_at is null\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkplaceStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Workplace> of(EmployerId head) {
        return jdbc.sql(OF_HEAD + " order by lower(w.name), w.id")
                .param("head", head.value())
                .query(WorkplaceStore::workplace)
                .list();
    }

    Optional<Workplace> find(EmployerId head, WorkplaceId id) {
        return jdbc.sql(OF_HEAD + " and w.id = :id")
                .param("head", head.value())
                .param("id", id.value())
                .query(WorkplaceStore::workplace)
                .optional();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(EmployerId employer, WorkplaceId id, Details details, StaffId by) {
        with(jdbc.sql("""
            insert into employer_workplaces (id, association_id, employer_id, name, address, municipality, contact_name, contact_role,
              contact_phone, contact_email, saved_by, saved_at)
            select :id, e.association_id, e.id, :name, :address, :municipality, :contact, :role, :phone, :email, :by, :now
            from employers e where e.id = :employer on conflict (id) do nothing\
            """), details, by)
                .param("id", id.value())
                .param("employer", employer.value())
                .update();
    }

    boolean change(WorkplaceId id, int version, Details details, StaffId by) {
        return with(jdbc.sql("""
            update employer_workplaces set name = :name, address = :address, municipality = :municipality, contact_name = :contact,
              contact_role = :role, contact_phone = :phone, contact_email = :email, saved_by = :by, saved_at = :now, version = version + 1
            where id = :id and version = :version and removed_at is null\
            """), details, by)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Takes it away, and forgets whom to ask for there. */
    boolean remove(WorkplaceId id, int version, StaffId by) {
        return jdbc.sql("""
            update employer_workplaces set removed_at = :now, contact_name = '', contact_role = '', contact_phone = '',
              contact_email = '', saved_by = :by, saved_at = :now, version = version + 1
            where id = :id and version = :version and removed_at is null\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Details details, StaffId by) {
        return statement
                .param("name", details.name())
                .param("address", details.address())
                .param("municipality", details.municipality())
                .param("contact", details.contact().name())
                .param("role", details.contact().role())
                .param("phone", details.contact().phone())
                .param("email", details.contact().email())
                .param("by", by.value())
                .param("now", now());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Workplace workplace(ResultSet row, int i) throws SQLException {
        return new Workplace(
                new WorkplaceId(row.getObject("id", UUID.class)),
                new EmployerId(row.getObject("employer_id", UUID.class)),
                new Details(
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("municipality"),
                        new Contact(
                                row.getString("contact_name"),
                                row.getString("contact_role"),
                                row.getString("contact_phone"),
                                row.getString("contact_email"))),
                row.getInt("version"));
    }
}
