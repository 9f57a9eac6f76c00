package io.waybill.far;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The outer JSON of Meta's webhooks for one phone number. */
public final class MetaEnvelope {
    private static final String DISPLAY_NUMBER = "15550100001";

    private final String businessAccountId;
    private final String phoneNumberId;

    public MetaEnvelope(String businessAccountId, String phoneNumberId) {
        this.businessAccountId = businessAccountId;
        this.phoneNumberId = phoneNumberId;
    }

    /**
     * Who writes. The phone (digits, no plus) is null when hidden; the profile name and the BSUID may be null.
     */
    public record Sender(String waId, String name, String userId) {
        public static Sender of(String waId, String name) {
            return new Sender(waId, name, null);
        }
    }

    /**
     * One message of a customer.
     *
     * @param contextId wamid of our message that is answered, or null
     */
    public record Inbound(Sender sender, String wamid, long epochSeconds, String contextId, CustomerMessage message) {}

    public byte[] of(Inbound... messages) {
        return of(Arrays.asList(messages));
    }

    /** All messages in one POST, as Meta batches them. */
    public byte[] of(List<Inbound> messages) {
        var root = Json.object();
        var value = value(root);
        var contacts = value.putArray("contacts");
        messages.stream().map(Inbound::sender).distinct().forEach(sender -> contact(contacts.addObject(), sender));
        var array = value.putArray("messages");
        messages.forEach(message -> message(array.addObject(), message));
        return Json.wire(root);
    }

    /** A change of something else than messages, such as a template. */
    public byte[] change(String field, ObjectNode value) {
        var root = Json.object();
        root.put("object", "whatsapp_business_account");
        var entry = root.putArray("entry").addObject();
        entry.put("id", businessAccountId).put("time", Micros.now() / 1_000_000);
        entry.putArray("changes").addObject().put("field", field).set("value", value);
        return Json.wire(root);
    }

    /** A status of a message we sent. */
    public byte[] status(GraphMessage message, String status) {
        return status(message, status, 131026);
    }

    /** @param code why it failed, where it did */
    public byte[] status(GraphMessage message, String status, int code) {
        var root = Json.object();
        var node = value(root).putArray("statuses").addObject();
        node.put("id", message.wamid());
        node.put("status", status);
        node.put("timestamp", Long.toString(Micros.now() / 1_000_000));
        if (message.recipient().startsWith("+")) {
            node.put("recipient_id", message.recipient().substring(1));
        } else {
            node.put("recipient_user_id", message.recipient());
        }
        if (message.callbackData() != null) {
            node.put("biz_opaque_callback_data", message.callbackData());
        }
        if (status.equals("failed")) {
            var error = node.putArray("errors").addObject();
            error.put("code", code).put("title", "Message undeliverable").put("message", "Message undeliverable");
            error.putObject("error_data").put("details", "Message Undeliverable.");
        } else {
            node.putPOJO(
                    "pricing",
                    Map.of("billable", true, "pricing_model", "PMP", "type", "regular", "category", "service"));
        }
        return Json.wire(root);
    }

    private ObjectNode value(ObjectNode root) {
        root.put("object", "whatsapp_business_account");
        var entry = root.putArray("entry").addObject();
        entry.put("id", businessAccountId);
        var change = entry.putArray("changes").addObject();
        var value = change.putObject("value");
        change.put("field", "messages");
        value.put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", DISPLAY_NUMBER).put("phone_number_id", phoneNumberId);
        return value;
    }

    private static void contact(ObjectNode node, Sender sender) {
        var profile = node.putObject("profile");
        if (sender.name() != null) {
            profile.put("name", sender.name());
        }
        if (sender.waId() != null) {
            node.put("wa_id", sender.waId());
        }
        if (sender.userId() != null) {
            node.put("user_id", sender.userId());
        }
    }

    private static void message(ObjectNode node, Inbound inbound) {
        if (inbound.contextId() != null) {
            node.putObject("context").put("from", DISPLAY_NUMBER).put("id", inbound.contextId());
        }
        if (inbound.sender().waId() != null) {
            node.put("from", inbound.sender().waId());
        }
        if (inbound.sender().userId() != null) {
            node.put("from_user_id", inbound.sender().userId());
        }
        node.put("id", inbound.wamid());
        node.put("timestamp", Long.toString(inbound.epochSeconds()));
        node.put("type", inbound.message().type());
        node.set(inbound.message().type(), inbound.message().content());
    }
}
