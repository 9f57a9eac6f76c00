package io.waybill.inbox;

import io.waybill.message.InboundMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One contact handed to one worker, with everything the worker needs.
 *
 * @param lease proves the claim; what is completed under another lease is refused
 * @param session where the conversation stands, as last completed; absent before the first message
 * @param lastMessageAt when the customer last wrote, by Meta's clock: opens the customer service window
 * @param source what led the customer here last; null: nothing that Meta tells of
 * @param messages not yet answered, oldest first; may be empty when something else than a message is due
 */
public record Claim(
        Contact contact,
        String lease,
        @Nullable String session,
        @Nullable Instant lastMessageAt,
        @Nullable OrderReference lastOrder,
        @Nullable Source source,
        List<Pending> messages) {

    /** @param trace goes with everything this message causes */
    public record Pending(InboundMessage message, String trace, Instant receivedAt) {}

    /** The contact's latest order, in the ERP's words. */
    public record OrderReference(
            String externalOrderId, @Nullable String orderNumber) {}
}
