package io.waybill.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as its sender writes it.
 *
 * @param timestamp when it happened
 */
record ReceivedEvent(
        @Nullable String type,
        @Nullable Instant timestamp,
        @Nullable Data data) {

    /** What it is about; each type needs some of it. */
    record Data(
            @JsonProperty("external_order_id") @Nullable String externalOrderId,
            @JsonProperty("order_number") @Nullable String orderNumber,
            @Nullable String status,
            @JsonProperty("payment_status") @Nullable String paymentStatus,
            @JsonProperty("payment_id") @Nullable String paymentId,
            @JsonProperty("tracking_url") @Nullable String trackingUrl,
            @Nullable String phone,
            @Nullable String source,
            @Nullable BigDecimal total,
            @Nullable String currency,
            @Nullable BigDecimal amount,
            @Nullable String description,
            @Nullable String method) {}
}
