package io.waybill.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the sender ({@code waybill.outbox}).
 *
 * @param inMemory messages taken into memory; more wait in PostgreSQL
 * @param connections calls to Graph at the same time
 * @param reconcile how long a status may take to settle a message that may or may not have been sent
 */
@ConfigurationProperties("waybill.outbox")
public record SenderLimits(
        @DefaultValue("4000") int inMemory,
        @DefaultValue("128") int connections,
        @DefaultValue("15s") Duration reconcile) {}
