package io.waybill.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A person who writes to one of our numbers, under a key of our own.
 *
 * @param phoneNumberId our number
 * @param phone E.164 with plus, only as WhatsApp told us
 * @param userId business-scoped user id
 */
public record Contact(
        long id,
        String phoneNumberId,
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String name) {}
