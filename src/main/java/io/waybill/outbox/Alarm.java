package io.waybill.outbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls back after a while, on a thread that must not be kept. */
interface Alarm extends AutoCloseable {

    void after(Duration wait, Runnable then);

    @Override
    void close();

    /** By the machine's own clock. */
    static Alarm named(String name) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        return new Alarm() {
            @Override
            public void after(Duration wait, Runnable then) {
                timer.schedule(then, Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
            }

            @Override
            public void close() {
                timer.shutdownNow();
            }
        };
    }
}
