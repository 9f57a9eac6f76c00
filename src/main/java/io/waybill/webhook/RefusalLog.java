package io.waybill.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an operator why callers are sent away, each reason once a minute: anybody may call, as often as they like. */
final class RefusalLog {

    private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Instant> quietUntil = new HashMap<>();

    RefusalLog(Clock clock) {
        this.clock = clock;
    }

    /** The reasons are few and our own: nothing of what the caller sent. */
    synchronized void refused(String reason) {
        Instant now = clock.instant();
        if (now.isBefore(quietUntil.getOrDefault(reason, Instant.MIN))) {
            return;
        }
        quietUntil.put(reason, now.plus(QUIET));
        log.warn("A webhook call is refused: {}", reason);
    }
}
