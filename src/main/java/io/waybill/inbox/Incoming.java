package io.waybill.inbox;

import io.waybill.message.InboundMessage;

/** A message as it came: parsed, and as the JSON that is kept. */
public record Incoming(InboundMessage message, String json) {}
