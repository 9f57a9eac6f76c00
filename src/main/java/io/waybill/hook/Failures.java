package io.waybill.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;

/** When what failed is tried again: soon at first, then every twelve hours, and never after it is to be given up. */
final class Failures {

    /** In a row, after which a hook rests and is tried with one delivery at a time. */
    static final int MANY = 10;

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10));
    private static final Duration LATER = Duration.ofHours(12);

    /** What failed together would come back together. */
    private static final double JITTER = 0.2;

    private final DoubleSupplier random;

    /** @param random from 0 to 1 */
    Failures(DoubleSupplier random) {
        this.random = random;
    }

    boolean isLast(Delivery delivery, Instant now) {
        return !now.isBefore(delivery.giveUpAt());
    }

    /** There is one last try when it is to be given up. */
    Instant next(Delivery delivery, Instant now) {
        Duration wait = delivery.attempts() < WAITS.size() ? WAITS.get(delivery.attempts()) : LATER;
        Instant next = now.plus(wait).plusMillis((long) (wait.toMillis() * JITTER * random.getAsDouble()));
        return next.isBefore(delivery.giveUpAt()) ? next : delivery.giveUpAt();
    }
}
