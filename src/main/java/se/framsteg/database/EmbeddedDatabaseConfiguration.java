package se.framsteg.database;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * The database of our own, for who names no other. The connection pool and Flyway get their logins from beans made of the
 * database's bean, so Spring closes them before it stops the database.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoOtherDatabase.class)
class EmbeddedDatabaseConfiguration {

    @Bean
    EmbeddedPostgres embeddedPostgres(DataFolder dataFolder) {
        return EmbeddedPostgres.start(dataFolder);
    }

    @Bean
    JdbcConnectionDetails applicationLogin(EmbeddedPostgres database) {
        return new ApplicationLogin(database.application());
    }

    @Bean
    FlywayConnectionDetails migrationLogin(EmbeddedPostgres database) {
        return new MigrationLogin(database.owner());
    }

    /** No {@code SPRING_DATASOURCE_URL}, or an empty one. */
    static final class NoOtherDatabase implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }

    private record ApplicationLogin(EmbeddedPostgres.Login login) implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return login.url();
        }

        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }

    private record MigrationLogin(EmbeddedPostgres.Login login) implements FlywayConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return login.url();
        }

        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }
}
