package io.waybill.order;

import io.waybill.whatsapp.Recipient;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that was made in a chat, and whom to tell of it.
 *
 * @param language the customer's; null: not known
 * @param lastMessageAt when the customer last wrote
 */
public record ChatOrder(
        String externalOrderId,
        @Nullable String number,
        @Nullable BigDecimal total,
        @Nullable String currency,
        long contactId,
        String phoneNumberId,
        Recipient recipient,
        @Nullable String customerName,
        @Nullable String language,
        @Nullable Instant lastMessageAt,
        @Nullable String storeName,
        @Nullable String pickupAddress) {

    /** Whom to tell. */
    public ChatCustomer customer() {
        return new ChatCustomer(contactId, phoneNumberId, recipient, customerName, language, lastMessageAt);
    }
}
