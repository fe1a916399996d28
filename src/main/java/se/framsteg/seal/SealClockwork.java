package se.framsteg.seal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Seals the journal again and again: on one node at a time, whichever is free, and after a restart where it was. */
@Component
class SealClockwork implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SealClockwork.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

    private final DataSource database;
    private final Sealing sealing;
    private final SealSettings settings;
    private volatile @Nullable Scheduler scheduler;
    private volatile Optional<Broken> told = Optional.empty();

    SealClockwork(DataSource database, Sealing sealing, SealSettings settings) {
        this.database = database;
        this.sealing = sealing;
        this.settings = settings;
    }

    /** Whatever goes wrong is told in the log by its kind, and tried again the next time. */
    void run() {
        try {
            var outcome = sealing.run();
            if (!outcome.obstacle().equals(told)) {
                outcome.obstacle().ifPresent(SealClockwork::tell);
                told = outcome.obstacle();
            }
        } catch (RuntimeException e) {
            log.error(
                    "The journal could not be sealed this time: {}",
                    e.getClass().getName());
        }
    }

    private static void tell(Broken why) {
        log.error(
                "The journal is not being sealed: {} at block {}. Check it with --check-journal",
                why.kind(),
                why.block());
    }

    @Override
    public void start() {
        if (!settings.sealed()) {
            return;
        }
        var task = Tasks.recurring("seals", FixedDelay.of(settings.every())).execute((_, _) -> run());
        var started = Scheduler.create(database)
                .tableName("seal_tasks")
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
