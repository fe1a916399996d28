package se.framsteg.database;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start as a role that the database's policies don't hold: one that owns the tables, may bypass row-level security or
 * is a superuser. Everything would seem to work, and the lock under the code would be open.
 */
@Component
@DependsOnDatabaseInitialization
class HeldBack {
    private static final String FREE = """
        select exists (select from pg_roles r where r.rolname = current_user and (r.rolsuper or r.rolbypassrls))
          or exists (select from pg_class c where c.relrowsecurity and pg_has_role(current_user, c.relowner, 'MEMBER'))\
        """;

    HeldBack(JdbcClient jdbc) {
        if (jdbc.sql(FREE).query(Boolean.class).single()) {
            throw new DatabaseUnavailable(
                    "The role that Framsteg connects as owns its tables or may go past row-level security.",
                    "Make two roles, as docs/operations.md tells: one that owns the database and migrates"
                            + " (SPRING_FLYWAY_USER), and one for the application that owns nothing"
                            + " (SPRING_DATASOURCE_USERNAME).");
        }
    }
}
