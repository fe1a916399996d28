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
            with recursive same as (
              select id, id as kept, merged_into, name, organisation_number, 0 as steps from employers
              union all
              select s.id, e.id, e.merged_into, s.name, s.organisation_number, s.steps + 1
              from same s join employers e on e.id = s.merged_into where s.steps < 20)
            select kept, name, coalesce(organisation_number, '') as number, steps > 0 as merged
            from same where merged_into is null order by lower(name), number\
            """)
                .query((row, i) -> new Choice(
                        row.getObject("kept", UUID.class),
                        row.getString("name"),
                        row.getString("number"),
                        row.getBoolean("merged")))
                .list());
    }
}
