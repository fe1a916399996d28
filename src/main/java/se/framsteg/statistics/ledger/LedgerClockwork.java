package se.framsteg.statistics.ledger;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks again and again whether a closing day has passed: on one node at a time, whichever is free. */
@Component
class LedgerClockwork implements SmartLifecycle {
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

    private final DataSource database;
    private final LedgerClosing closing;
    private final LedgerSettings settings;
    private volatile @Nullable Scheduler scheduler;

    LedgerClockwork(DataSource database, LedgerClosing closing, LedgerSettings settings) {
        this.database = database;
        this.closing = closing;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (!settings.closing()) {
            return;
        }
        var task = Tasks.recurring("ledgers", FixedDelay.of(settings.every())).execute((_, _) -> closing.run());
        var started = Scheduler.create(database)
                .tableName("ledger_tasks")
                .startTasks(task)
                .threads(1)
                .pollingInterval(settings.every().compareTo(HEARTBEAT) < 0 ? settings.every() : HEARTBEAT)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
        started.start();
        scheduler = started;
    }

    @Override
    public void stop() {
        var running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
