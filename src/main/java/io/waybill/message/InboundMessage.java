package io.waybill.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message from a customer.
 *
 * @param id WhatsApp's message id (wamid), opaque
 * @param phoneNumberId the number of ours it was sent to
 * @param sentAt whole seconds, by Meta's clock; not a strict order
 * @param inReplyTo wamid of the message of ours that was tapped or quoted
 * @param referral what led the person to write it; null for nearly all
 */
public record InboundMessage(
        String id,
        String phoneNumberId,
        Sender sender,
        Instant sentAt,
        @Nullable String inReplyTo,
        Content content,
        @Nullable Referral referral) {

    public InboundMessage(
            String id,
            String phoneNumberId,
            Sender sender,
            Instant sentAt,
            @Nullable String inReplyTo,
            Content content) {
        this(id, phoneNumberId, sender, sentAt, inReplyTo, content, null);
    }
}
