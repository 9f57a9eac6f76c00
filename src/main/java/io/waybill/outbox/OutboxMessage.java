package io.waybill.outbox;

import java.time.Instant;

/**
 * A row of the outbox.
 *
 * @param payload the exact body for Graph, without the callback data
 * @param ambiguous an earlier try may have succeeded
 * @param resent it was sent twice with unknown success and is not tried again
 * @param notBefore the earliest time for the next try
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
        Instant notBefore) {

    /** Comes back in each status of the message, as {@code biz_opaque_callback_data}. */
    public String callbackData() {
        return contactId + "." + id;
    }

    /** After a try that certainly failed. */
    OutboxMessage tried() {
        return new OutboxMessage(
                contactId, id, phoneNumberId, trace, payload, attempts + 1, ambiguous, resent, notBefore);
    }

    /** After a try with unknown success: the next try is the last. */
    OutboxMessage unclear() {
        return new OutboxMessage(
                contactId, id, phoneNumberId, trace, payload, attempts + 1, true, ambiguous, notBefore);
    }

    /** A message to be kept. */
    public record Draft(long contactId, String phoneNumberId, String trace, String payload) {}
}
