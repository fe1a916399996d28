package se.framsteg.database;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells migrations which role the application is: {@code GRANT SELECT ON … TO ${appRole}}, in whatever database. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    @Bean
    FlywayConfigurationCustomizer appRolePlaceholder(JdbcConnectionDetails application) {
        var role = asIdentifier(application.getUsername());
        return flyway -> {
            var placeholders = new HashMap<>(flyway.getPlaceholders());
            placeholders.put("appRole", role);
            flyway.placeholders(placeholders);
        };
    }

    // Quoted only if SQL demands it, so that the usual name can also stand inside a text.
    private static String asIdentifier(@Nullable String user) {
        if (user == null || user.isBlank()) {
            throw new DatabaseUnavailable(
                    "SPRING_DATASOURCE_URL names a database, but nothing says as whom to connect.",
                    "Give the application's role with SPRING_DATASOURCE_USERNAME and its SPRING_DATASOURCE_PASSWORD.");
        }
        return user.matches("[a-z_][a-z0-9_]*") ? user : '"' + user.replace("\"", "\"\"") + '"';
    }
}
