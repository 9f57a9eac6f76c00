package io.waybill.order;

import io.waybill.home.Misconfigured;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.orders}: how long an order may stay as it is before a person should look.
 *
 * @param pendingAfter how long it may wait to be confirmed
 * @param unpaidAfter how long money may be owed
 * @param staleAfter how long its status may be the same
 */
@ConfigurationProperties("waybill.orders")
record OrderLimits(
        @DefaultValue("24h") Duration pendingAfter,
        @DefaultValue("24h") Duration unpaidAfter,
        @DefaultValue("48h") Duration staleAfter) {

    /** These; throws {@link Misconfigured} where one is nothing. */
    OrderLimits usable() {
        Misconfigured.unless(
                pendingAfter.isPositive() && unpaidAfter.isPositive() && staleAfter.isPositive(),
                "waybill.orders.pending-after, unpaid-after and stale-after must be longer than nothing: not %s, %s and %s."
                        .formatted(pendingAfter, unpaidAfter, staleAfter));
        return this;
    }

    boolean isStale(OrderReference order, Instant now) {
        return !order.isFinal() && !order.statusAt().isAfter(now.minus(staleAfter));
    }
}
