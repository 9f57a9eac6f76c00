package io.waybill.inbox;

import java.time.Instant;
import java.util.List;

/**
 * What one webhook call brought for the inbox.
 *
 * @param unhandled what is kept though no flow can answer it
 */
public record Delivery(String trace, Instant receivedAt, List<Incoming> messages, List<Unhandled> unhandled) {

    /** @param reason a sentence for the operator */
    public record Unhandled(String kind, String reason, String json) {}
}
