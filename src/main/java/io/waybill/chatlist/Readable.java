package io.waybill.chatlist;

import io.waybill.message.InboundMessage;
import io.waybill.whatsapp.MalformedPayload;
import io.waybill.whatsapp.WebhookPayload;
import java.util.Optional;

/** Messages as they were kept; of those of people who were erased nothing can be read. */
final class Readable {

    private Readable() {}

    static Optional<InboundMessage> inbound(String phoneNumberId, String payload) {
        try {
            return Optional.of(WebhookPayload.stored(phoneNumberId, payload));
        } catch (MalformedPayload e) {
            return Optional.empty();
        }
    }
}
