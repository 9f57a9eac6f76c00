package io.waybill.home;

import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when a thread dies for want of memory. One that half works would keep what it holds from whoever could do it; started
 * anew, or on another node, everything goes on where it was.
 */
public final class EndWithoutMemory implements Thread.UncaughtExceptionHandler {

    /** As {@code -XX:+ExitOnOutOfMemoryError} has it. */
    static final int STATUS = 3;

    private static final Logger log = LoggerFactory.getLogger(EndWithoutMemory.class);

    private final IntConsumer end;

    /** @param end takes the exit status, and runs nothing that needs memory */
    public EndWithoutMemory(IntConsumer end) {
        this.end = end;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        try {
            log.error("Thread {} ends.", thread.getName(), error);
        } finally {
            if (error instanceof OutOfMemoryError) {
                end.accept(STATUS);
            }
        }
    }
}
