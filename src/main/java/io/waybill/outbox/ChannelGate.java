package io.waybill.outbox;

import io.waybill.whatsapp.SendFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the whole channel while Graph refuses everybody: a wrong token, a blocked account, a limit on the account.
 *
 * <p>When its time is over messages try again; success opens it, failure closes it for longer.
 */
final class ChannelGate {

    private static final Logger log = LoggerFactory.getLogger(ChannelGate.class);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Clock clock;
    private int failures;
    private Instant closedUntil = Instant.MIN;
    private boolean stopped;

    ChannelGate(Clock clock) {
        this.clock = clock;
    }

    synchronized Duration closedFor() {
        Instant now = clock.instant();
        return closedUntil.isAfter(now) ? Duration.between(now, closedUntil) : Duration.ZERO;
    }

    synchronized boolean stopped() {
        return stopped;
    }

    synchronized void stop(String reason) {
        if (!stopped) {
            log.error("Sending to WhatsApp is stopped; messages are kept. {}", reason);
        }
        stopped = true;
        pause(failures -> min(FIRST.multipliedBy(1L << Math.min(failures - 1, 10)), LONGEST), reason);
    }

    synchronized void pause(SendFailure.Pace pace, String reason) {
        pause(pace::after, reason);
    }

    private void pause(IntFunction<Duration> waits, String reason) {
        // Others that were under way when the gate closed must not prolong it.
        if (closedFor().isPositive()) {
            return;
        }
        Duration pause = waits.apply(++failures);
        closedUntil = clock.instant().plus(pause);
        log.warn("Sending to WhatsApp pauses for {} s. {}", pause.toSeconds(), reason);
    }

    synchronized void open() {
        if (failures > 0) {
            log.info("Sending to WhatsApp goes on.");
        }
        failures = 0;
        stopped = false;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
