package io.waybill.order;

import io.waybill.whatsapp.Recipient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody we write to.
 *
 * @param language null: not known
 * @param lastMessageAt when they last wrote; null: never
 */
public record ChatCustomer(
        long contactId,
        String phoneNumberId,
        Recipient recipient,
        @Nullable String name,
        @Nullable String language,
        @Nullable Instant lastMessageAt) {}
