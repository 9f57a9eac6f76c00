package io.waybill.inbox;

import io.waybill.message.InboundMessage;
import io.waybill.message.Referral;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came: parsed, and as the JSON that is kept.
 *
 * @param referral what led the person here; null for nearly all
 */
public record Incoming(
        InboundMessage message, String json, @Nullable Referral referral) {

    public Incoming(InboundMessage message, String json) {
        this(message, json, null);
    }
}
