package io.waybill.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is heard of an order; what is null is not said.
 *
 * @param at when it came to that, by whoever says so
 * @param status in the ERP's words
 * @param payment in the words of whoever takes payments
 * @param orderNumber some ERPs number an order late
 * @param by the person who did it
 * @param amount how much was paid, or given back by this refund; null: all of it
 */
public record OrderReport(
        String externalOrderId,
        Origin origin,
        Instant at,
        @Nullable String status,
        @Nullable String payment,
        @Nullable String orderNumber,
        @Nullable String trackingUrl,
        @Nullable String by,
        @Nullable BigDecimal amount) {

    /** Of its status alone. */
    public static OrderReport status(
            String externalOrderId, Origin origin, Instant at, String status, @Nullable String orderNumber) {
        return new OrderReport(externalOrderId, origin, at, status, null, orderNumber, null, null, null);
    }

    /** Of its payment alone. */
    public static OrderReport payment(String externalOrderId, Origin origin, Instant at, String payment) {
        return payment(externalOrderId, origin, at, payment, null);
    }

    /** @param amount how much was paid; null: all of it */
    public static OrderReport payment(
            String externalOrderId, Origin origin, Instant at, String payment, @Nullable BigDecimal amount) {
        return new OrderReport(externalOrderId, origin, at, null, payment, null, null, null, amount);
    }

    /** That money was given back. */
    public static OrderReport refund(String externalOrderId, Origin origin, Instant at, BigDecimal givenBack) {
        return new OrderReport(
                externalOrderId, origin, at, null, PaymentStatus.REFUNDED.key(), null, null, null, givenBack);
    }

    /** As {@code by} has done it. */
    public OrderReport by(String by) {
        return new OrderReport(externalOrderId, origin, at, status, payment, orderNumber, trackingUrl, by, amount);
    }
}
