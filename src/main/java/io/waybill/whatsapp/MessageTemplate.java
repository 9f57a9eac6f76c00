package io.waybill.whatsapp;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message template as it stands in {@code templates/<name>.json}, worded as it was (or will be) approved at Meta:
 *
 * <pre>{@code
 * {
 *   "name": "order_shipped_tracked",
 *   "category": "UTILITY",
 *   "event": "order.shipped",
 *   "variables": { "body.1": "order.number", "button.0.1": "order.tracking_url" },
 *   "languages": {
 *     "en": {
 *       "body": "Order {{1}} is on its way.",
 *       "footer": "…",
 *       "buttons": [{ "type": "URL", "text": "Track it", "url": "https://…/{{1}}", "example": "SO-1001" }],
 *       "example": ["SO-1001"]
 *     }
 *   }
 * }
 * }</pre>
 *
 * @param format whether placeholders have numbers, as they have unless it is said, or names
 * @param event what it is sent for unless somebody decides otherwise; null: what a flow says
 * @param variables placeholder to the variable it is filled with, for {@code event}
 * @param languages Meta's language code (en, fr, pt_BR) to the words; the first one stands in for languages not listed
 */
public record MessageTemplate(
        String name,
        Category category,
        @JsonProperty("parameter_format") Format format,
        @Nullable String event,
        @JsonProperty(required = false) Map<String, String> variables,
        Map<String, Words> languages) {

    public MessageTemplate {
        format = Objects.requireNonNullElse(format, Format.POSITIONAL);
        variables = Objects.requireNonNullElse(variables, Map.of());
        require(name != null, "\"name\" is missing");
        require(category != null, "\"category\" is missing");
        require(languages != null && !languages.isEmpty(), "\"languages\" is missing");
    }

    /** What Meta bills and limits a template as. */
    public enum Category {
        AUTHENTICATION,
        MARKETING,
        UTILITY
    }

    /** How placeholders are called. */
    public enum Format {
        POSITIONAL,
        NAMED
    }

    /**
     * The words of one language.
     *
     * @param buttons titles of quick replies, or buttons of any kind as Meta writes them
     * @param headerExample a value for the header's placeholder
     * @param example one value for each placeholder of the body, in the order in which they stand
     */
    public record Words(
            @Nullable String header,
            @JsonProperty("header_example") @Nullable String headerExample,
            String body,
            @Nullable String footer,
            @JsonProperty(required = false) List<JsonNode> buttons,
            @JsonProperty(required = false) List<String> example) {

        public Words {
            buttons = Objects.requireNonNullElse(buttons, List.of());
            example = Objects.requireNonNullElse(example, List.of());
            require(body != null, "\"body\" is missing");
        }
    }

    /** What Meta is sent to approve the words of {@code language}. */
    public ObjectNode submission(String language) {
        Words words = Objects.requireNonNull(languages.get(language));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name).put("language", language).put("category", category.name());
        json.put("parameter_format", format.name());
        ArrayNode components = json.putArray("components");
        if (words.header() != null) {
            ObjectNode header = components.addObject();
            header.put("type", "HEADER").put("format", "TEXT").put("text", words.header());
            if (words.headerExample() != null) {
                header.set("example", examples("header", words.header(), List.of(words.headerExample())));
            }
        }
        ObjectNode body = components.addObject().put("type", "BODY").put("text", words.body());
        if (!words.example().isEmpty()) {
            body.set("example", examples("body", words.body(), words.example()));
        }
        if (words.footer() != null) {
            components.addObject().put("type", "FOOTER").put("text", words.footer());
        }
        if (!words.buttons().isEmpty()) {
            ArrayNode buttons = components.addObject().put("type", "BUTTONS").putArray("buttons");
            words.buttons().forEach(button -> buttons.add(button(button)));
        }
        return json;
    }

    private ObjectNode examples(String part, String text, List<String> values) {
        ObjectNode example = JsonNodeFactory.instance.objectNode();
        if (format == Format.NAMED) {
            ArrayNode params = example.putArray(part + "_text_named_params");
            List<String> names = MetaTemplate.PLACEHOLDER
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
                params.addObject().put("param_name", names.get(i)).put("example", values.get(i));
            }
        } else {
            ArrayNode texts = example.putArray(part + "_text");
            // Meta writes those of the body as a list in a list.
            ArrayNode list = part.equals("body") ? texts.addArray() : texts;
            values.forEach(list::add);
        }
        return example;
    }

    private static JsonNode button(JsonNode button) {
        if (button.isTextual()) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "QUICK_REPLY")
                    .put("text", button.textValue());
        }
        JsonNode example = button.path("example");
        if (example.isTextual() && "URL".equals(button.path("type").textValue())) {
            ObjectNode url = button.deepCopy();
            url.putArray("example").add(example.textValue());
            return url;
        }
        return button;
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
