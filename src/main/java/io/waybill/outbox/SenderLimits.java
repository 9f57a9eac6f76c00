package io.waybill.outbox;

import static io.waybill.home.Misconfigured.unless;

import io.waybill.home.Misconfigured;
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
        @DefaultValue("15s") Duration reconcile) {

    /** These, when messages can go out with them; throws {@link Misconfigured} with the name of the one that is wrong. */
    SenderLimits usable() {
        unless(inMemory > 0, "waybill.outbox.in-memory must be 1 or more, not %d.".formatted(inMemory));
        unless(connections > 0, "waybill.outbox.connections must be 1 or more, not %d.".formatted(connections));
        unless(
                reconcile.isPositive(),
                "waybill.outbox.reconcile must be longer than nothing, not %s.".formatted(reconcile));
        return this;
    }
}
