package io.waybill.outbox;

import java.time.Instant;

/**
 * A row of the outbox.
 *
 * @param payload the exact body for Graph, without the callback data
 * @param ambiguous an earlier try may have succeeded
 * @param unclear tries of which nobody knows the end
 * @param notBefore the earliest time for the next try
 * @param place among the messages of the contact: its own id, or that of the message it is sent in place of
 */
public record OutboxMessage(
        long contactId,
        long id,
        String phoneNumberId,
        String trace,
        String payload,
        int attempts,
        boolean ambiguous,
        int unclear,
        Instant notBefore,
        long place) {

    /** One that was never tried. */
    static OutboxMessage fresh(
            long contactId, long id, String phoneNumberId, String trace, String payload, long place) {
        return new OutboxMessage(contactId, id, phoneNumberId, trace, payload, 0, false, 0, Instant.MIN, place);
    }

    /** Comes back in each status of the message, as {@code biz_opaque_callback_data}. */
    public String callbackData() {
        return contactId + "." + id;
    }

    /** After a try that certainly failed. */
    OutboxMessage tried() {
        return new OutboxMessage(
                contactId, id, phoneNumberId, trace, payload, attempts + 1, ambiguous, unclear, notBefore, place);
    }

    /** After a try of which nobody knows the end. */
    OutboxMessage triedUnclear() {
        return new OutboxMessage(
                contactId, id, phoneNumberId, trace, payload, attempts + 1, true, unclear + 1, notBefore, place);
    }

    /** A message to be kept. */
    public record Draft(long contactId, String phoneNumberId, String trace, String payload) {}
}
