package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.message.InboundMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to a customer through Waybill, told as WhatsApp tells of what they write from the phone app
 * ({@code smb_message_echoes}).
 */
public record StaffEcho(String json) {

    /**
     * @param phone E.164 with plus; one of {@code phone} and {@code userId} is known
     * @param what for the journal
     */
    public static StaffEcho of(String id, @Nullable String phone, @Nullable String userId, Instant at, String what) {
        ObjectNode echo = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("timestamp", Long.toString(at.getEpochSecond()))
                .put("type", "text");
        echo.putObject("text").put("body", what);
        if (phone != null) {
            echo.put("to", phone.substring(1));
        }
        if (userId != null) {
            echo.put("to_user_id", userId);
        }
        return new StaffEcho(
                JsonNodeFactory.instance.objectNode().set("echo", echo).toString());
    }

    public InboundMessage message(String phoneNumberId) {
        return WebhookPayload.stored(phoneNumberId, json);
    }
}
