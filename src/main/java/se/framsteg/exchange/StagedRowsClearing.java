package se.framsteg.exchange;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import se.framsteg.access.Asking;

/**
 * Drops files that nobody has made anything of for a day, whether anybody looks or not: at every start and again and again after it. Nobody can read them by then; several
 * nodes may do it at once.
 */
@Component
class StagedRowsClearing implements SmartLifecycle {
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final ImportTable table;
    private final Asking asking;
    private volatile @Nullable ScheduledExecutorService clock;

    StagedRowsClearing(ImportTable table, Asking asking) {
        this.table = table;
        this.asking = asking;
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("staged-rows").factory());
        started.scheduleWithFixedDelay(this::clear, 0, EVERY.toMinutes(), TimeUnit.MINUTES);
        clock = started;
    }

    private void clear() {
        try {
            asking.byInstallation(table::dropOld);
        } catch (DataAccessException e) {
            // The database is away for the moment; the next round takes it.
        }
    }

    @Override
    public void stop() {
        var running = clock;
        if (running != null) {
            running.shutdownNow();
            clock = null;
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }
}
