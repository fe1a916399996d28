package se.framsteg.retention;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks again and again whether there is something approved to dispose of: on one node at a time, whichever is free. */
@Component
class DisposalClockwork implements SmartLifecycle {
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

    private final DataSource database;
    private final Disposal disposal;
    private final RetentionSettings settings;
    private volatile @Nullable Scheduler scheduler;

    DisposalClockwork(DataSource database, Disposal disposal, RetentionSettings settings) {
        this.database = database;
        this.disposal = disposal;
        this.settings = settings;
    }

    @Override
    public void start() {
        var task = Tasks.recurring("disposal", FixedDelay.of(settings.every())).execute((_, _) -> disposal.run());
        var started = Scheduler.create(database)
                .tableName("scheduled_disposals")
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
