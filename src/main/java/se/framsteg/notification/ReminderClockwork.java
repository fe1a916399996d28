package se.framsteg.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.framsteg.notification.carrier.Way;

/**
 * Looks through the queues of reminders and of letters again and again: each on one node at a time, whichever is free, and after a restart where
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
    private final OutboxSending outbox;
    private volatile @Nullable Scheduler scheduler;

    ReminderClockwork(
            DataSource database,
            ReminderPlan plan,
            ReminderSending sending,
            Carriers carriers,
            ReminderSettings settings,
            OutboxSending outbox) {
        this.database = database;
        this.plan = plan;
        this.sending = sending;
        this.carriers = carriers;
        this.settings = settings;
        this.outbox = outbox;
    }

    /** Plans what is due today and sends what may be sent now. */
    void run() {
        plan.make(carriers, settings.daysLate());
        sending.send(carriers, settings);
    }

    /** Where nothing can be sent there is nothing to look through. */
    @Override
    public void start() {
        var tasks = tasks();
        if (tasks.isEmpty()) {
            return;
        }
        var started = Scheduler.create(database)
                .startTasks(tasks)
                .threads(tasks.size())
                .pollingInterval(often())
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
        started.start();
        scheduler = started;
    }

    private List<RecurringTask<Void>> tasks() {
        var tasks = new ArrayList<RecurringTask<Void>>();
        if (!carriers.open().isEmpty()) {
            tasks.add(Tasks.recurring("reminders", FixedDelay.of(settings.every()))
                    .execute((_, _) -> run()));
        }
        if (carriers.obstacleToLetters(Way.EMAIL).isEmpty()) {
            tasks.add(Tasks.recurring("outbox", FixedDelay.of(often())).execute((_, _) -> outbox.send(carriers)));
        }
        return tasks;
    }

    /** Somebody waits for a letter to go. */
    private Duration often() {
        return settings.every().compareTo(HEARTBEAT) < 0 ? settings.every() : HEARTBEAT;
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
