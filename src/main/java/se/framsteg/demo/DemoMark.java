package se.framsteg.demo;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks a database whose people are invented. Its accounts have passwords that everybody knows, so a program that is started
 * for real refuses it.
 */
@Component
class DemoMark implements InitializingBean {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean demo;

    DemoMark(JdbcClient jdbc, Clock clock, DemoSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.demo = settings.enabled();
    }

    void set() {
        jdbc.sql("insert into demo_population (made_at) values (?)")
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    @Override
    public void afterPropertiesSet() {
        if (!demo
                && jdbc.sql("select exists (select from demo_population)")
                        .query(Boolean.class)
                        .single()) {
            throw new DemoDataException();
        }
    }
}
