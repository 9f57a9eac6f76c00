package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the webhook fields about templates. */
final class TemplateUpdateReader {

    private static final String STATUS = "message_template_status_update";
    private static final String CATEGORY = "template_category_update";
    private static final String QUALITY = "message_template_quality_update";
    private static final String COMPONENTS = "message_template_components_update";

    static final Set<String> FIELDS = Set.of(STATUS, CATEGORY, QUALITY, COMPONENTS);

    private TemplateUpdateReader() {}

    /** Empty when it does not say what has become of which template. */
    static Optional<TemplateUpdate> read(String field, String businessAccountId, JsonNode value) {
        Fields update = new Fields(value);
        String id = update.filled("message_template_id");
        String name = update.filled("message_template_name");
        String language = update.filled("message_template_language");
        if (id == null || name == null || language == null) {
            return Optional.empty();
        }
        var template = new TemplateUpdate.Ref(businessAccountId, id, name, TemplateReader.language(language));
        return Optional.ofNullable(
                switch (field) {
                    case STATUS -> status(template, update);
                    case CATEGORY -> category(template, update);
                    case QUALITY -> quality(template, update);
                    case COMPONENTS ->
                        new TemplateUpdate.Components(
                                template, components(update).toString());
                    default -> null;
                });
    }

    private static @Nullable TemplateUpdate status(TemplateUpdate.Ref template, Fields update) {
        String event = update.filled("event");
        return event == null
                ? null
                : new TemplateUpdate.Status(template, event.toUpperCase(Locale.ROOT), reason(update));
    }

    private static @Nullable String reason(Fields update) {
        String reason = Stream.of(
                        update.filled("reason"),
                        update.in("rejection_info").filled("reason"),
                        update.in("rejection_info").filled("recommendation"),
                        update.in("other_info").filled("description"))
                .filter(text -> text != null && !text.equalsIgnoreCase("NONE"))
                .collect(Collectors.joining(" "));
        return reason.isEmpty() ? null : reason;
    }

    /** Before the change Meta calls the category of now the new one, and that to come the correct one. */
    private static @Nullable TemplateUpdate category(TemplateUpdate.Ref template, Fields update) {
        String correct = update.filled("correct_category");
        String now = update.filled("new_category");
        String category = correct == null ? now : correct;
        return category == null
                ? null
                : new TemplateUpdate.Category(template, category.toUpperCase(Locale.ROOT), correct == null);
    }

    private static @Nullable TemplateUpdate quality(TemplateUpdate.Ref template, Fields update) {
        String score = update.filled("new_quality_score");
        return score == null ? null : new TemplateUpdate.Quality(template, score.toUpperCase(Locale.ROOT));
    }

    private static ArrayNode components(Fields update) {
        ArrayNode components = JsonNodeFactory.instance.arrayNode();
        String header = update.filled("message_template_title");
        if (header != null) {
            components.addObject().put("type", "HEADER").put("format", "TEXT").put("text", header);
        }
        components.addObject().put("type", "BODY").put("text", update.text("message_template_element"));
        String footer = update.filled("message_template_footer");
        if (footer != null) {
            components.addObject().put("type", "FOOTER").put("text", footer);
        }
        var buttons = update.list("message_template_buttons");
        if (!buttons.isEmpty()) {
            ArrayNode list = components.addObject().put("type", "BUTTONS").putArray("buttons");
            buttons.forEach(button -> button(button, list.addObject()));
        }
        return components;
    }

    private static void button(Fields from, ObjectNode to) {
        to.put("type", from.filled("message_template_button_type"));
        to.put("text", from.filled("message_template_button_text"));
        String url = from.filled("message_template_button_url");
        String phone = from.filled("message_template_button_phone_number");
        if (url != null) {
            to.put("url", url);
        } else if (phone != null) {
            to.put("phone_number", phone);
        }
    }
}
