package io.waybill.inbox;

import java.time.Instant;
import java.util.List;

/**
 * What one webhook call brought for the inbox.
 *
 * @param news of contacts, which no flow answers
 * @param unhandled what is kept though no flow can answer it
 */
public record Delivery(
        String trace, Instant receivedAt, List<Incoming> messages, List<ContactNews> news, List<Unhandled> unhandled) {

    /** One without news of contacts. */
    public Delivery(String trace, Instant receivedAt, List<Incoming> messages, List<Unhandled> unhandled) {
        this(trace, receivedAt, messages, List.of(), unhandled);
    }

    /** @param reason a sentence for the operator */
    public record Unhandled(String kind, String reason, String json) {}
}
