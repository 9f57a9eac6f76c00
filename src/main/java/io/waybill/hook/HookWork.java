package io.waybill.hook;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/** Keeps the sender going from the start of the gateway to its end, before Camel's. */
final class HookWork implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(HookWork.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final HookSender sender;
    private final HookBell bell;
    private final Thread thread = Thread.ofPlatform().name("hooks").daemon().unstarted(this::run);
    private volatile boolean running;

    HookWork(HookSender sender, HookBell bell) {
        this.sender = sender;
        this.bell = bell;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        running = true;
        thread.start();
    }

    private void run() {
        try {
            while (running) {
                look();
                bell.await(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            sender.sendDue();
        } catch (RuntimeException e) {
            log.error("Looking for events to send failed; next try in a second.", e);
        }
    }

    /** The work starts with {@link #begin}, when everything else is there. */
    @Override
    public void start() {}

    @Override
    public void stop() {
        running = false;
        bell.ring();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sender.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
