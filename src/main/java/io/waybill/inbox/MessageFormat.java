package io.waybill.inbox;

import io.waybill.message.InboundMessage;

/** Reads a message back from the JSON it was stored as. */
public interface MessageFormat {

    InboundMessage read(String phoneNumberId, String json);
}
