package io.waybill.inbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** For whoever has asked for something that is done by who works on the customer: most of it is done at once. */
public final class ShortWait {

    /** After which whoever asked looks again later. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration LOOK = Duration.ofMillis(50);

    private ShortWait() {}

    /** What {@code look} sees once it is over, or when nobody waits for that any more. */
    public static <T> T until(Predicate<T> over, Supplier<T> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T seen = look.get();
        while (!over.test(seen) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK.toMillis()));
            seen = look.get();
        }
        return seen;
    }
}
