package se.framsteg.database;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for another process. */
final class Patience {

    private static final Duration GLANCE = Duration.ofMillis(20);

    private Patience() {}

    /** Whether the condition came true in time. */
    static boolean await(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(GLANCE);
        }
        return true;
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static DatabaseUnavailable interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new DatabaseUnavailable(
                "Waiting for PostgreSQL was interrupted.", "Start Framsteg again; nothing needs mending.", cause);
    }
}
