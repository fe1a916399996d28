package se.framsteg.testing;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.database.EmbeddedPostgres;

/** The database as its owner sees it, whom no policy holds back: for a test to look at what is there, whoever may see it. */
public final class OwnerSql implements AutoCloseable {
    private final HikariDataSource pool;
    private final JdbcClient jdbc;

    private OwnerSql(HikariDataSource pool) {
        this.pool = pool;
        this.jdbc = JdbcClient.create(pool);
    }

    public JdbcClient.StatementSpec sql(String sql) {
        return jdbc.sql(sql);
    }

    @Override
    public void close() {
        pool.close();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {
        @Bean
        OwnerSql ownerSql(EmbeddedPostgres database) {
            var owner = database.owner();
            var pool = new HikariDataSource();
            pool.setJdbcUrl(owner.url());
            pool.setUsername(owner.user());
            pool.setPassword(owner.password());
            pool.setMaximumPoolSize(4);
            pool.setMinimumIdle(0);
            return new OwnerSql(pool);
        }
    }
}
