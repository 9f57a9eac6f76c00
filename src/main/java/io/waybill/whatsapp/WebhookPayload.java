package io.waybill.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.waybill.message.CardNumbers;
import io.waybill.message.DeliveryStatus;
import io.waybill.message.InboundMessage;
import io.waybill.message.Sender;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One POST of Meta taken apart: nothing in it is lost, and nothing in it can spoil the rest. */
public record WebhookPayload(List<Item> items) {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .nodeFactory(new CleanText())
            .build()
            .readerFor(JsonNode.class);

    /** One update. {@code json} is what Meta sent about it, as JSON text. */
    public sealed interface Item {

        String json();

        /** A customer's message; {@code json} is {@code {"message": …, "contact": …}}, without contact when Meta sent none. */
        record Message(InboundMessage message, String json) implements Item {}

        /** What staff wrote to a customer from the phone app; {@code json} is {@code {"echo": …}}. */
        record Echo(InboundMessage message, String json) implements Item {}

        /** A person has another user id from now on. */
        record UserId(String phoneNumberId, Sender before, String newUserId, Instant at, String json) implements Item {}

        /** A person wants no more marketing, or wants it again. */
        record Marketing(String phoneNumberId, Sender person, boolean wanted, Instant at, String json)
                implements Item {}

        /**
         * What Meta says of a business account, or of a number of it.
         *
         * @param subject what it is about: the next word on the same takes its place
         * @param sentence for people, with what to do; empty: it is set right
         */
        record Account(String subject, String sentence, String json) implements Item {}

        /** Meta lets a number of the account send faster. */
        record Throughput(String businessAccountId, String displayNumber, String json) implements Item {}

        /** News about a message of ours. */
        record Status(DeliveryStatus status, String phoneNumberId, String json) implements Item {}

        /** News about a template of ours. */
        record Template(TemplateUpdate update, String json) implements Item {}

        /**
         * Whatever we do not act on.
         *
         * @param kind the webhook field, or {@code message}, {@code status}, {@code errors}, {@code object}
         * @param reason why it is kept aside, for an operator
         */
        record Other(String kind, String reason, String json) implements Item {}
    }

    private static final Set<String> WRITTEN =
            Set.of("body", "caption", "text", "title", "description", "name", "address", "filename");

    /** Takes a body apart; throws {@link MalformedPayload} only when it is no JSON object at all. */
    public static WebhookPayload parse(byte[] body) {
        JsonNode root = read(body);
        removeCardNumbers(root);
        if (!root.isObject()) {
            throw new MalformedPayload("The body is not a JSON object.");
        }
        if (!"whatsapp_business_account".equals(root.path("object").textValue())) {
            return other("object", "Not an update of a WhatsApp business account.", root);
        }
        if (!root.path("entry").isArray()) {
            return other("object", "It has no list of entries.", root);
        }
        List<Item> items = new ArrayList<>();
        root.path("entry").forEach(entry -> addEntry(entry, items));
        return new WebhookPayload(List.copyOf(items));
    }

    /** Reads a message back from the {@code json} of its {@link Item.Message} or {@link Item.Echo}. */
    public static InboundMessage stored(String phoneNumberId, String json) {
        JsonNode stored = read(json.getBytes(StandardCharsets.UTF_8));
        return (stored.has("echo")
                        ? EchoesValue.stored(phoneNumberId, stored)
                        : MessagesValue.stored(phoneNumberId, stored))
                .orElseThrow(() -> new MalformedPayload("A stored message is not readable."));
    }

    private static JsonNode read(byte[] body) {
        try {
            // Jackson alone would let broken UTF-8 through in places.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return JSON.readTree(text);
        } catch (CharacterCodingException e) {
            throw new MalformedPayload("The body is not UTF-8.", e);
        } catch (JsonProcessingException e) {
            throw new MalformedPayload("The body is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Of what people write; ids and numbers of WhatsApp's own may look like cards by chance. */
    private static void removeCardNumbers(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> {
                if (property.getValue().isTextual() && WRITTEN.contains(property.getKey())) {
                    property.setValue(TextNode.valueOf(
                            CardNumbers.removed(property.getValue().textValue())));
                }
            });
        }
        node.forEach(WebhookPayload::removeCardNumbers);
    }

    private static void addEntry(JsonNode entry, List<Item> items) {
        if (!entry.path("changes").isArray()) {
            items.add(new Item.Other("object", "An entry has no list of changes.", entry.toString()));
            return;
        }
        String account = Objects.requireNonNullElse(new Fields(entry).filled("id"), "");
        for (JsonNode change : entry.path("changes")) {
            items.addAll(items(account, change));
        }
    }

    private static List<? extends Item> items(String account, JsonNode change) {
        String field = new Fields(change).filled("field");
        if (field == null) {
            return List.of(new Item.Other("object", "A change names no field.", change.toString()));
        }
        JsonNode value = change.path("value");
        return switch (field) {
            case "messages" -> new MessagesValue(value).items();
            case "smb_message_echoes" -> new EchoesValue(value).items();
            case "user_id_update", "user_preferences" -> new PeopleValue(field, value).items();
            default -> List.of(ofAccount(account, field, value));
        };
    }

    private static Item ofAccount(String account, String field, JsonNode value) {
        if (TemplateUpdateReader.FIELDS.contains(field)) {
            return template(account, field, value);
        }
        return AccountValue.FIELDS.contains(field)
                ? new AccountValue(account, field, value).item()
                : new Item.Other(field, "Updates of this field are not acted on.", value.toString());
    }

    private static Item template(String account, String field, JsonNode value) {
        return TemplateUpdateReader.read(field, account, value)
                .<Item>map(update -> new Item.Template(update, value.toString()))
                .orElseGet(() ->
                        new Item.Other(field, "It does not say what has become of which template.", value.toString()));
    }

    private static WebhookPayload other(String kind, String reason, JsonNode node) {
        return new WebhookPayload(List.of(new Item.Other(kind, reason, node.toString())));
    }

    /** PostgreSQL stores neither NUL nor half a surrogate pair, so no text of ours may hold one. */
    private static final class CleanText extends JsonNodeFactory {

        @Override
        public @Nullable TextNode textNode(@Nullable String text) {
            return super.textNode(text == null ? null : WireText.storable(text));
        }
    }
}
