package io.waybill.outbox;

import java.time.Duration;

/**
 * Bounds of the sender.
 *
 * @param inMemory messages taken into memory; more wait in PostgreSQL
 * @param connections calls to Graph at the same time
 * @param attempts tries of one message before it is dead
 * @param firstRetry pause after the first failed try, doubled each time up to five minutes
 * @param reconcile how long a status may take to settle a message that may or may not have been sent
 */
public record SenderLimits(
        int inMemory, int connections, int attempts, Duration firstRetry, Duration reconcile) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    Duration backoff(int attempts) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(attempts, 12));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
