package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.message.Content;
import io.waybill.message.InboundMessage;
import io.waybill.message.Sender;
import io.waybill.whatsapp.WebhookPayload.Item;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The value of one change of {@code smb_message_echoes}: what staff sent from the phone app of one number of ours. */
final class EchoesValue {

    private final Fields value;

    EchoesValue(JsonNode node) {
        value = new Fields(node);
    }

    /** The message of {@code {"echo": …}}, as it was kept for the number {@code phoneNumberId}. */
    static Optional<InboundMessage> stored(String phoneNumberId, JsonNode node) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.putObject("metadata").put("phone_number_id", phoneNumberId);
        value.putArray("message_echoes").add(node.path("echo"));
        return new EchoesValue(value)
                .items().stream()
                        .filter(Item.Echo.class::isInstance)
                        .map(item -> ((Item.Echo) item).message())
                        .findFirst();
    }

    List<Item> items() {
        return value.list("message_echoes").stream().map(this::item).toList();
    }

    private Item item(Fields echo) {
        String phoneNumberId = value.in("metadata").filled("phone_number_id");
        String id = echo.filled("id");
        Instant sentAt = echo.time("timestamp");
        String to = echo.phone("to");
        String userId = echo.filled("to_user_id");
        if (phoneNumberId == null || id == null || sentAt == null || to == null && userId == null) {
            return new Item.Other(
                    "smb_message_echoes",
                    "It does not say from which number, to whom or when it was sent.",
                    echo.node().toString());
        }
        String type = Objects.requireNonNullElse(echo.filled("type"), "");
        Content content = StaffEcho.handBack(echo)
                .orElseGet(() -> new Content.StaffMessage(type, echo.in(type).text("body")));
        return new Item.Echo(
                new InboundMessage(id, phoneNumberId, new Sender(to, userId, null, null), sentAt, null, content),
                "{\"echo\":" + echo.node() + "}");
    }
}
