package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.message.Content;
import io.waybill.message.DeliveryStatus;
import io.waybill.message.InboundMessage;
import io.waybill.message.Problem;
import io.waybill.message.Referral;
import io.waybill.message.Sender;
import io.waybill.whatsapp.WebhookPayload.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The value of one change of the field {@code messages}: messages, statuses and errors of one number of ours. */
final class MessagesValue {

    private static final Fields NO_CONTACT = new Fields(MissingNode.getInstance());
    private static final Set<String> STATES = Set.of("sent", "delivered", "read", "played", "failed");

    private final Fields value;
    private final @Nullable String phoneNumberId;
    private final List<Problem> problems;
    private final Map<String, Fields> contacts = new HashMap<>();

    MessagesValue(JsonNode node) {
        value = new Fields(node);
        phoneNumberId = value.in("metadata").filled("phone_number_id");
        problems = value.problems();
        for (Fields contact : value.list("contacts")) {
            for (String key : new String[] {"wa_id", "user_id"}) {
                String identity = contact.filled(key);
                if (identity != null) {
                    contacts.put(identity, contact);
                }
            }
        }
    }

    /** The message of {@code {"message": …, "contact": …}}, as it was kept for the number {@code phoneNumberId}. */
    static Optional<InboundMessage> stored(String phoneNumberId, JsonNode node) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.putObject("metadata").put("phone_number_id", phoneNumberId);
        value.putArray("messages").add(node.path("message"));
        if (node.has("contact")) {
            value.putArray("contacts").add(node.path("contact"));
        }
        return new MessagesValue(value)
                .items().stream()
                        .filter(Item.Message.class::isInstance)
                        .map(item -> ((Item.Message) item).message())
                        .findFirst();
    }

    List<Item> items() {
        List<Fields> messages = value.list("messages");
        List<Fields> statuses = value.list("statuses");
        if (messages.isEmpty() && statuses.isEmpty()) {
            return List.of(new Item.Other(
                    problems.isEmpty() ? "messages" : "errors",
                    emptyReason(),
                    value.node().toString()));
        }
        List<Item> items = new ArrayList<>(messages.size() + statuses.size());
        messages.forEach(message -> items.add(message(message)));
        statuses.forEach(status -> items.add(status(status)));
        return items;
    }

    private String emptyReason() {
        return problems.isEmpty()
                ? "It holds neither messages nor statuses."
                : "Meta reports error %d: %s"
                        .formatted(
                                problems.getFirst().code(), problems.getFirst().details());
    }

    private Item message(Fields message) {
        String id = message.filled("id");
        Instant sentAt = message.time("timestamp");
        Fields contact = contactOf(message);
        Sender sender = sender(message, contact);
        String gap = gap(id, sentAt);
        if (gap == null && sender == null) {
            gap = "It names no sender.";
        } else if (gap == null && message.filled("group_id") != null) {
            gap = "It was sent in a group; only chats with one person are answered.";
        }
        if (gap != null || id == null || sentAt == null || sender == null || phoneNumberId == null) {
            return new Item.Other("message", String.valueOf(gap), message.node().toString());
        }
        Content content = new ContentReader(message, problems).content();
        String inReplyTo = message.in("context").filled("id");
        return new Item.Message(
                new InboundMessage(
                        id, phoneNumberId, sender, sentAt, inReplyTo, content, referral(message.in("referral"))),
                json(message, contact));
    }

    private static @Nullable Referral referral(Fields referral) {
        return referral.present()
                ? new Referral(
                        referral.filled("source_type"),
                        referral.filled("source_id"),
                        referral.filled("headline"),
                        referral.filled("source_url"),
                        referral.filled("ctwa_clid"))
                : null;
    }

    private Item status(Fields status) {
        String id = status.filled("id");
        Instant at = status.time("timestamp");
        String state = status.filled("status");
        String gap = gap(id, at);
        if (gap == null && (state == null || !STATES.contains(state))) {
            gap = "Its status is unknown: %s.".formatted(state);
        }
        if (gap != null || id == null || at == null || state == null || phoneNumberId == null) {
            return new Item.Other("status", String.valueOf(gap), status.node().toString());
        }
        String callbackData = status.filled("biz_opaque_callback_data");
        return new Item.Status(
                new DeliveryStatus(id, state, at, callbackData, status.problems(), StatusPricing.of(status)),
                phoneNumberId,
                status.node().toString());
    }

    private @Nullable String gap(@Nullable String id, @Nullable Instant time) {
        if (phoneNumberId == null) {
            return "It names no phone number id of ours.";
        }
        if (id == null) {
            return "It has no id.";
        }
        return time == null ? "It has no readable timestamp." : null;
    }

    /** By identity and never by position: Meta does not align the two lists. */
    private Fields contactOf(Fields message) {
        for (String key : new String[] {"from", "from_user_id"}) {
            String identity = message.filled(key);
            Fields contact = identity == null ? null : contacts.get(identity);
            if (contact != null) {
                return contact;
            }
        }
        return NO_CONTACT;
    }

    private static @Nullable Sender sender(Fields message, Fields contact) {
        String phone = first(message.phone("from"), contact.phone("wa_id"));
        String userId = first(message.filled("from_user_id"), contact.filled("user_id"));
        String parentUserId = first(message.filled("from_parent_user_id"), contact.filled("parent_user_id"));
        return phone == null && userId == null
                ? null
                : new Sender(phone, userId, parentUserId, contact.in("profile").filled("name"));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static String json(Fields message, Fields contact) {
        String text = "{\"message\":" + message.node();
        return contact.present() ? text + ",\"contact\":" + contact.node() + "}" : text + "}";
    }
}
