package se.framsteg.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.framsteg.database.EmbeddedPostgres;

/** The database as its owner sees it, whom no policy holds back: for a test to look at what is there, whoever may see it. */
public final class OwnerSql {
    private final JdbcClient jdbc;

    private OwnerSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public JdbcClient.StatementSpec sql(String sql) {
        return jdbc.sql(sql);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {
        @Bean
        OwnerSql ownerSql(EmbeddedPostgres database) {
            var owner = database.owner();
            return new OwnerSql(
                    JdbcClient.create(new DriverManagerDataSource(owner.url(), owner.user(), owner.password())));
        }
    }
}
