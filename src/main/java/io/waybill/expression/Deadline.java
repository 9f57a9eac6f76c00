package io.waybill.expression;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends what strangers' flows do on this thread when it takes too long all together, however small each part is. Nothing has one but
 * trying a flow out: there is no time after which the turn of a customer could be given up.
 */
public final class Deadline {

    private static final ThreadLocal<@Nullable Long> END = new ThreadLocal<>();

    private Deadline() {}

    /** @throws Passed when {@code work} asks for more than {@code time} */
    public static <T> T within(Duration time, Supplier<T> work) {
        END.set(System.nanoTime() + time.toNanos());
        try {
            return work.get();
        } finally {
            END.remove();
        }
    }

    /** @throws Passed when this thread has a deadline that is over */
    public static void check() {
        Long end = END.get();
        if (end != null && System.nanoTime() - end > 0) {
            throw new Passed();
        }
    }

    /** The time is over; no outcome of a step, so no flow can catch it. */
    public static final class Passed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Passed() {
            super("It takes too long.");
        }
    }
}
