package io.waybill.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a Graph message that differs by its type; component names are Graph's field names. */
sealed interface WireBody {

    record Text(boolean previewUrl, String body) implements WireBody {}

    record Image(String link, @Nullable String caption) implements WireBody {}

    record Document(String link, String filename, @Nullable String caption) implements WireBody {}

    record Interactive(String type, Words body, @Nullable Words footer, Action action) implements WireBody {}

    record Template(
            String name, Language language, @Nullable List<Component> components) implements WireBody {}

    record Words(String text) {}

    record Action(
            @Nullable String name,
            @Nullable String button,
            @Nullable List<Button> buttons,
            @Nullable List<Section> sections) {

        static Action named(String name) {
            return new Action(name, null, null, null);
        }
    }

    record Button(String type, Option reply) {}

    record Option(String id, String title) {}

    record Section(String title, List<Row> rows) {}

    record Row(String id, String title, @Nullable String description) {}

    record Language(String code) {}

    record Component(
            String type, @Nullable String subType, @Nullable String index, List<Parameter> parameters) {}

    /** @param parameterName of a placeholder that has a name */
    record Parameter(
            String type,
            @Nullable String parameterName,
            @Nullable String text,
            @Nullable String payload) {

        static Parameter text(@Nullable String name, String text) {
            return new Parameter("text", name, text, null);
        }

        static Parameter payload(String payload) {
            return new Parameter("payload", null, null, payload);
        }
    }

    /** The whole message to {@code to}. */
    default WireMessage to(Recipient to) {
        String userId = to.phone() == null ? to.userId() : null;
        Envelope envelope = switch (this) {
            case Text text -> new Envelope(to.phone(), userId, "text", text, null, null, null, null);
            case Image image -> new Envelope(to.phone(), userId, "image", null, image, null, null, null);
            case Document file -> new Envelope(to.phone(), userId, "document", null, null, file, null, null);
            case Interactive it -> new Envelope(to.phone(), userId, "interactive", null, null, null, it, null);
            case Template it -> new Envelope(to.phone(), userId, "template", null, null, null, null, it);
        };
        return envelope.write();
    }

    /** What every message has around its body. */
    record Envelope(
            String messagingProduct,
            String recipientType,
            @Nullable String to,
            @Nullable String recipient,
            String type,
            @Nullable Text text,
            @Nullable Image image,
            @Nullable Document document,
            @Nullable Interactive interactive,
            @Nullable Template template) {

        private static final ObjectWriter JSON = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build()
                .writerFor(Envelope.class);

        Envelope(
                @Nullable String to,
                @Nullable String recipient,
                String type,
                @Nullable Text text,
                @Nullable Image image,
                @Nullable Document document,
                @Nullable Interactive interactive,
                @Nullable Template template) {
            this("whatsapp", "individual", to, recipient, type, text, image, document, interactive, template);
        }

        WireMessage write() {
            try {
                return new WireMessage(JSON.writeValueAsString(this));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A message could not be written as JSON.", e);
            }
        }
    }
}
