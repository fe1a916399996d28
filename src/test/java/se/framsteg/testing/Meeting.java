package se.framsteg.testing;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who do something at once: the second begins when the first has done its work and not yet committed. */
public final class Meeting {
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    public Meeting(ListableBeanFactory beans) {
        this.transaction = beans.getBean(TransactionTemplate.class);
        this.jdbc = beans.getBean(JdbcClient.class);
    }

    /**
     * What became of the second, when both are done. The first commits once the second waits for it, or has gone ahead
     * without waiting.
     */
    public <T> Future<T> of(Runnable first, Callable<T> second) {
        try (var other = Executors.newSingleThreadExecutor()) {
            return transaction.execute(_ -> {
                first.run();
                var begun = other.submit(second);
                await().until(() -> begun.isDone() || somebodyWaits());
                return begun;
            });
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database())")
                .query(Boolean.class)
                .single();
    }
}
