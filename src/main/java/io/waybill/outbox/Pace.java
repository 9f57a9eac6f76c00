package io.waybill.outbox;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Meta's sending limits: so many messages a second for one of our numbers, and for one customer a burst of 45, then one in six
 * seconds (codes 130429 and 131056).
 */
public final class Pace {

    private static final int PAIR_BURST = 45;
    private static final Duration PAIR_INTERVAL = Duration.ofSeconds(6);
    private static final int CUSTOMERS = 50_000;

    private final Bucket number;
    private final LoadingCache<Long, Bucket> pairs;

    public Pace(int messagesPerSecond) {
        this(messagesPerSecond, TimeMeter.SYSTEM_NANOTIME);
    }

    Pace(int messagesPerSecond, TimeMeter time) {
        this.number = Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit ->
                        limit.capacity(messagesPerSecond).refillGreedy(messagesPerSecond, Duration.ofSeconds(1)))
                .build();
        this.pairs = Caffeine.newBuilder()
                .maximumSize(CUSTOMERS)
                .expireAfterAccess(PAIR_INTERVAL.multipliedBy(PAIR_BURST))
                .build(contact -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(PAIR_BURST).refillGreedy(1, PAIR_INTERVAL))
                        .build());
    }

    /** Zero when one message may go to {@code contactId} now, else how long to wait before asking again. */
    Duration tryOne(long contactId) {
        Bucket pair = pairs.get(contactId);
        ConsumptionProbe byPair = pair.tryConsumeAndReturnRemaining(1);
        if (!byPair.isConsumed()) {
            return Duration.ofNanos(byPair.getNanosToWaitForRefill());
        }
        ConsumptionProbe byNumber = number.tryConsumeAndReturnRemaining(1);
        if (!byNumber.isConsumed()) {
            pair.addTokens(1);
            return Duration.ofNanos(byNumber.getNanosToWaitForRefill());
        }
        return Duration.ZERO;
    }
}
