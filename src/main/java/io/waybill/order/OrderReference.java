package io.waybill.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order we know of, as it was last heard of.
 *
 * @param statusAt when it came to its status, by whoever said so
 * @param erpStatus in the ERP's words
 * @param flag why a person should look; null: nothing is odd
 */
record OrderReference(
        long id,
        String externalOrderId,
        @Nullable String orderNumber,
        @Nullable String clientReference,
        long contactId,
        NewOrder.Source source,
        OrderStatus status,
        Instant statusAt,
        PaymentStatus payment,
        Instant paymentAt,
        @Nullable String erpStatus,
        @Nullable String erpPayment,
        @Nullable String trackingUrl,
        @Nullable BigDecimal total,
        @Nullable String currency,
        BigDecimal givenBack,
        @Nullable String assignee,
        @Nullable String flag,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant pollAt) {

    /** Nothing more happens to it by itself. */
    boolean isFinal() {
        return status == OrderStatus.DELIVERED || status == OrderStatus.CANCELLED;
    }
}
