package se.framsteg.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks through the queue of reminders again and again: on one node at a time, whichever is free, and after a restart where
 * it was. If a node is killed while at it, another goes on within three minutes.
 */
@Component
class ReminderClockwork implements SmartLifecycle {
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

    private final DataSource database;
    private final ReminderPlan plan;
    private final ReminderSending sending;
    private final Carriers carriers;
    private final ReminderSettings settings;
    private volatile @Nullable Scheduler scheduler;

    ReminderClockwork(
            DataSource database,
            ReminderPlan plan,
            ReminderSending sending,
            Carriers carriers,
            ReminderSettings settings) {
        this.database = database;
        this.plan = plan;
        this.sending = sending;
        this.carriers = carriers;
        this.settings = settings;
    }

    /** Plans what is due today and sends what may be sent now. */
    void run() {
        plan.make(carriers, settings.daysLate());
        sending.send(carriers, settings);
    }

    /** Where nothing can be sent there is nothing to look through. */
    @Override
    public void start() {
        if (carriers.open().isEmpty()) {
            return;
        }
        var task = Tasks.recurring("reminders", FixedDelay.of(settings.every())).execute((_, _) -> run());
        var started = Scheduler.create(database)
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
