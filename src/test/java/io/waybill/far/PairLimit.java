package io.waybill.far;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Meta's limit for one recipient: so many at once, and then one in a while. */
public final class PairLimit {
    static final PairLimit NONE = new PairLimit(Integer.MAX_VALUE, Duration.ZERO, Clock.systemUTC());

    private final int burst;
    private final Duration interval;
    private final Clock clock;
    /** By recipient: when the burst is all there again. */
    private final Map<String, Instant> full = new ConcurrentHashMap<>();

    public PairLimit(int burst, Duration interval, Clock clock) {
        this.burst = burst;
        this.interval = interval;
        this.clock = clock;
    }

    boolean allows(String recipient) {
        boolean[] allowed = new boolean[1];
        full.compute(recipient, (person, before) -> {
            Instant now = clock.instant();
            Instant from = before == null || before.isBefore(now) ? now : before;
            Instant after = from.plus(interval);
            allowed[0] = !after.isAfter(now.plus(interval.multipliedBy(burst)));
            return allowed[0] ? after : before;
        });
        return allowed[0];
    }
}
