package io.waybill.outbox;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Ends sending before the routes that carry it end: a message that is cut off has to be asked about later. */
final class SenderStop implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sender sender;
    private volatile boolean running;

    SenderStop(Sender sender) {
        this.sender = sender;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        sender.stop(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Begins last and ends first. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
