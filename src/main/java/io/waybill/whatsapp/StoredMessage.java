package io.waybill.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message of ours as it is kept, read again.
 *
 * @param type Graph's: text, image, interactive, template …
 * @param text what the customer reads; of a template its name and what is filled in
 */
public record StoredMessage(String type, String text, Recipient to) {

    private static final ObjectReader JSON = new JsonMapper().readerFor(JsonNode.class);
    private static final Set<String> FILES = Set.of("image", "video", "document");

    /** @param payload JSON text of a {@link WireMessage} */
    public static StoredMessage read(String payload) {
        try {
            JsonNode message = JSON.readValue(payload);
            String type = message.path("type").asText();
            return new StoredMessage(type, text(type, message.path(type)), recipient(message));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A kept message is not JSON.", e);
        }
    }

    public boolean isTemplate() {
        return type.equals("template");
    }

    /** The words of a file that Meta does not take; empty for all else. */
    public Optional<WireMessage> captionAlone() {
        return FILES.contains(type) && !WireText.blank(text)
                ? Optional.of(new WireBody.Text(false, text).to(to))
                : Optional.empty();
    }

    public boolean isText() {
        return type.equals("text");
    }

    /** A text with these words in place of its own; empty where that is no text, or not one message. */
    public Optional<WireMessage> reworded(String words) {
        List<WireBody> texts = MessagePayload.texts(words);
        return isText() && texts.size() == 1 ? Optional.of(texts.getFirst().to(to)) : Optional.empty();
    }

    private static Recipient recipient(JsonNode message) {
        return new Recipient(
                message.path("to").textValue(), message.path("recipient").textValue());
    }

    private static String text(String type, JsonNode body) {
        return switch (type) {
            case "text" -> body.path("body").asText();
            case "interactive" -> body.at("/body/text").asText();
            case "template" -> template(body);
            default -> body.path("caption").asText();
        };
    }

    private static String template(JsonNode body) {
        StringBuilder text = new StringBuilder(body.path("name").asText());
        body.path("components")
                .findValuesAsText("text")
                .forEach(value -> text.append(" · ").append(value));
        return text.toString();
    }
}
