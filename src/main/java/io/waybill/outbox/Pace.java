package io.waybill.outbox;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.BandwidthBuilder;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Duration;
import java.util.function.Function;

/**
 * Meta's sending limits for one of our numbers: so many messages a second, and for one customer a burst of 45, then one in six seconds
 * (codes 130429 and 131056).
 *
 * <p>The nodes that live share the messages a second. What one customer may get needs no sharing: all messages to a contact are in the
 * name of one node at a time, which sends them one after the other.
 */
final class Pace {

    private static final int PAIR_BURST = 45;
    private static final Duration PAIR_INTERVAL = Duration.ofSeconds(6);
    private static final int CUSTOMERS = 50_000;

    private final Bucket number;
    private final LoadingCache<Long, Bucket> pairs;
    private int messagesPerSecond;
    private int nodes = 1;

    Pace(int messagesPerSecond, TimeMeter time) {
        this.messagesPerSecond = messagesPerSecond;
        this.number = Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(ourPart())
                .build();
        this.pairs = Caffeine.newBuilder()
                .maximumSize(CUSTOMERS)
                .expireAfterAccess(PAIR_INTERVAL.multipliedBy(PAIR_BURST))
                .build(contact -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(PAIR_BURST).refillGreedy(1, PAIR_INTERVAL))
                        .build());
    }

    /** From now on this node has one part of {@code nodes}. */
    synchronized void share(int nodes) {
        if (nodes != this.nodes) {
            this.nodes = nodes;
            apply();
        }
    }

    /** The number may send so many from now on; not fewer than before. */
    synchronized void raise(int messagesPerSecond) {
        if (messagesPerSecond > this.messagesPerSecond) {
            this.messagesPerSecond = messagesPerSecond;
            apply();
        }
    }

    /** Places that are given already are kept: what they stand for shrinks or grows with the bucket, not the time they take. */
    private void apply() {
        number.replaceConfiguration(
                BucketConfiguration.builder().addLimit(ourPart()).build(), TokensInheritanceStrategy.PROPORTIONALLY);
    }

    private Function<BandwidthBuilder.BandwidthBuilderCapacityStage, BandwidthBuilder.BandwidthBuilderBuildStage>
            ourPart() {
        int perNodes = messagesPerSecond;
        int parts = nodes;
        return limit -> limit.capacity(Math.max(1, perNodes / parts)).refillGreedy(perNodes, Duration.ofSeconds(parts));
    }

    /** Takes the next place of the number for one message to {@code contactId}, unless the contact itself has to wait. */
    Place take(long contactId) {
        ConsumptionProbe byPair = pairs.get(contactId).tryConsumeAndReturnRemaining(1);
        return byPair.isConsumed()
                ? new Place(Duration.ofNanos(number.consumeIgnoringRateLimits(1)), true)
                : new Place(Duration.ofNanos(byPair.getNanosToWaitForRefill()), false);
    }

    /**
     * When a message may go.
     *
     * @param after zero is now
     * @param taken true: it may go then, in the order of asking; false: ask again then
     */
    record Place(Duration after, boolean taken) {}
}
