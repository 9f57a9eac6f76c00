package io.waybill.conversation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Figures of the data path between webhook and outbox. */
final class ConversationMeters {

    private final Clock clock;
    private final Timer turns;

    ConversationMeters(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.turns = Timer.builder("waybill.turns")
                .description("From the webhook to the committed answer")
                .publishPercentileHistogram()
                .register(registry);
    }

    void answered(Instant receivedAt) {
        turns.record(Duration.between(receivedAt, clock.instant()));
    }
}
