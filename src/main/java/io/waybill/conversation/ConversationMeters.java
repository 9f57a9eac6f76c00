package io.waybill.conversation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Figures of the data path between webhook and outbox. */
final class ConversationMeters {

    private final Clock clock;
    private final Timer turns;
    private final AtomicLong inboxAgeMillis;
    private final AtomicLong outboxAgeMillis;
    private final AtomicLong unresolvedWrites;

    ConversationMeters(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.turns = Timer.builder("waybill.turns")
                .description("From the webhook to the committed answer")
                .publishPercentileHistogram()
                .register(registry);
        this.inboxAgeMillis = registry.gauge("waybill.inbox.oldest.millis", new AtomicLong());
        this.outboxAgeMillis = registry.gauge("waybill.outbox.oldest.millis", new AtomicLong());
        this.unresolvedWrites = registry.gauge("waybill.ledger.unresolved", new AtomicLong());
    }

    void answered(Instant receivedAt) {
        turns.record(Duration.between(receivedAt, clock.instant()));
    }

    void backlog(Duration inboxAge, Duration outboxAge, long unresolved) {
        inboxAgeMillis.set(inboxAge.toMillis());
        outboxAgeMillis.set(outboxAge.toMillis());
        unresolvedWrites.set(unresolved);
    }
}
