package io.waybill.outbox;

import io.waybill.whatsapp.SendFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the whole channel while Graph refuses everybody: a wrong token, a blocked account, a limit on the account.
 *
 * <p>When its time is over one message a second tries again; success opens it for all, failure closes it for longer.
 */
final class ChannelGate {

    private static final Logger log = LoggerFactory.getLogger(ChannelGate.class);
    private static final Duration FIRST = Duration.ofSeconds(10);
    /** Whoever has set it right waits no longer than this; a try costs Meta one call. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Clock clock;
    private final GateListener listener;
    private int failures;
    private Instant closedUntil = Instant.MIN;
    private Instant nextTry = Instant.MIN;
    private @Nullable Standstill standstill;
    private boolean stopped;
    /** What was told before a restart is not known here. */
    private boolean toldThatItGoesOn;

    ChannelGate(Clock clock, GateListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** Zero: a message may try now. */
    synchronized Duration enter() {
        Instant now = clock.instant();
        Duration closed = until(closedUntil, now);
        if (closed.isPositive() || failures == 0) {
            return closed;
        }
        Duration wait = until(nextTry, now);
        if (wait.isZero()) {
            nextTry = now.plus(BETWEEN_TRIES);
        }
        return wait;
    }

    synchronized Duration closedFor() {
        return until(closedUntil, clock.instant());
    }

    synchronized boolean stopped() {
        return stopped;
    }

    /** Since when nothing goes out, and why; empty while messages go. */
    synchronized Optional<Standstill> standstill() {
        return Optional.ofNullable(standstill);
    }

    synchronized void stop(String advice) {
        if (!stopped || !isFor(advice)) {
            log.error("Sending to WhatsApp is stopped; messages are kept. {}", advice);
            stopped = true;
            standsStill(advice);
            listener.stopped(advice);
        }
        pause(failures -> min(FIRST.multipliedBy(1L << Math.min(failures - 1, 10)), LONGEST));
    }

    /** Meta slows the number down, which staff should know. */
    synchronized void limit(SendFailure.Pace pace, String advice) {
        if (!stopped && !isFor(advice)) {
            log.warn("Sending to WhatsApp is held up; messages are kept. {}", advice);
            standsStill(advice);
            listener.limited(advice);
        }
        pause(pace::after);
    }

    synchronized void pause(SendFailure.Pace pace, String advice) {
        if (pause(pace::after)) {
            log.warn("Sending to WhatsApp pauses for {} s. {}", closedFor().toSeconds(), advice);
        }
    }

    private boolean pause(IntFunction<Duration> waits) {
        // Others that were under way when the gate closed must not prolong it.
        if (closedFor().isPositive()) {
            return false;
        }
        closedUntil = clock.instant().plus(waits.apply(++failures));
        return true;
    }

    private boolean isFor(String advice) {
        return standstill != null && standstill.reason().equals(advice);
    }

    private void standsStill(String advice) {
        standstill = new Standstill(standstill == null ? clock.instant() : standstill.since(), advice);
    }

    synchronized void open() {
        if (failures == 0 && toldThatItGoesOn) {
            return;
        }
        if (failures > 0) {
            log.info("Sending to WhatsApp goes on.");
        }
        failures = 0;
        stopped = false;
        standstill = null;
        toldThatItGoesOn = true;
        listener.goesOn();
    }

    private static Duration until(Instant time, Instant now) {
        return time.isAfter(now) ? Duration.between(now, time) : Duration.ZERO;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** @param reason what to do about it */
    record Standstill(Instant since, String reason) {}
}
