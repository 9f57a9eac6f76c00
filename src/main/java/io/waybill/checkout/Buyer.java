package io.waybill.checkout;

import org.jspecify.annotations.Nullable;

/**
 * Whom an order is for.
 *
 * @param contactId of the chat that it is made in; null: whoever has the phone
 * @param phoneNumberId the number of ours
 * @param phone E.164 with plus
 */
record Buyer(
        @Nullable Long contactId,
        String phoneNumberId,
        String phone,
        String name,
        @Nullable String language) {}
