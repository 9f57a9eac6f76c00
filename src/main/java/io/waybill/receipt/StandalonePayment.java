package io.waybill.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment that is of no order.
 *
 * @param paymentId of whoever took it; it has one receipt
 * @param currency ISO 4217
 * @param description what it was for, in words for the customer; null: nobody said
 * @param method how it was paid, in words for the customer; null: nobody said
 */
public record StandalonePayment(
        String paymentId,
        long contactId,
        BigDecimal amount,
        String currency,
        @Nullable String description,
        @Nullable String method,
        Instant paidAt) {}
