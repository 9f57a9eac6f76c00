package io.waybill.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox.
 *
 * @param payload the exact body for Graph, without the callback data
 * @param resent it was sent once with unknown success and is allowed no third try
 */
public record OutboxMessage(
        long contactId,
        long id,
        String phoneNumberId,
        String trace,
        String payload,
        int attempts,
        boolean ambiguous,
        boolean resent,
        @Nullable Long waitMillis) {

    /** Comes back in each status of the message, as {@code biz_opaque_callback_data}. */
    public String callbackData() {
        return contactId + "." + id;
    }

    /** A message to be kept. */
    public record Draft(long contactId, String phoneNumberId, String trace, String payload) {}
}
