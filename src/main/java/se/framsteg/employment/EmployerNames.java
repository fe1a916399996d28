package se.framsteg.employment;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.employment.EmployerChoices.Choice;

/** The register of employers as it is chosen from: those that the asker’s association shares, by the policies. */
@Component
class EmployerNames {
    private final JdbcClient jdbc;

    EmployerNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, by name; one that was found to be the same as another is that other one. */
    EmployerChoices all() {
        return new EmployerChoices(jdbc.sql("""
            select h.head_id as kept, e.name, coalesce(e.organisation_number, '') as number, h.head_id <> e.id as merged
            from employers e join employer_heads h on h.id = e.id order by lower(e.name), number\
            """)
                .query((row, i) -> new Choice(
                        row.getObject("kept", UUID.class),
                        row.getString("name"),
                        row.getString("number"),
                        row.getBoolean("merged")))
                .list());
    }
}
