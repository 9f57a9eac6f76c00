package io.waybill.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waybill.whatsapp.MetaTemplate.Button;
import io.waybill.whatsapp.MetaTemplate.Header;
import io.waybill.whatsapp.MetaTemplate.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A message of ours that is a template, as it is kept: which, and what it fills.
 *
 * @param filled the placeholders it has values for, as {@link MetaTemplate.Placeholder#key}, a file in the header as {@code header.image}
 * @param quickReplies the places of buttons, from 0, that it has payloads for
 */
public record TemplateMessage(String name, String language, List<String> filled, List<Integer> quickReplies) {

    private static final ObjectReader JSON = new JsonMapper().readerFor(JsonNode.class);
    /** In JSON text a quote within a value is escaped, so this is never said by a customer. */
    private static final String MARK = "\"type\":\"template\"";

    public TemplateMessage {
        filled = List.copyOf(filled);
        quickReplies = List.copyOf(quickReplies);
    }

    /** @param payload JSON text of a {@link WireMessage}; empty when it is none of a template */
    public static Optional<TemplateMessage> in(String payload) {
        if (!payload.contains(MARK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(JSON.readTree(payload).path("template")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A kept message is not JSON.", e);
        }
    }

    /** What people call it: name.language. */
    public String label() {
        return name + "." + language;
    }

    /** Why Meta would refuse it where {@code template} is what it has, as a sentence; empty: it fits. */
    public Optional<String> misfit(MetaTemplate template) {
        TreeSet<String> wanted = new TreeSet<>();
        template.placeholders().forEach(place -> wanted.add(place.key()));
        Header header = template.header();
        if (header != null && !header.format().equals(Header.TEXT)) {
            wanted.add(part(Part.HEADER) + header.format().toLowerCase(Locale.ROOT));
        }
        TreeSet<String> has = new TreeSet<>(filled);
        if (!has.equals(wanted)) {
            return Optional.of("Meta's template %s has the placeholders %s now; the message fills %s."
                    .formatted(label(), listed(wanted), listed(has)));
        }
        return quickReplies.stream()
                .filter(place -> place >= template.buttons().size()
                        || !template.buttons().get(place).type().equals(Button.QUICK_REPLY))
                .findFirst()
                .map(place -> "Meta's template %s has no quick reply as button %d now.".formatted(label(), place + 1));
    }

    private static String listed(TreeSet<String> keys) {
        return keys.isEmpty() ? "none" : String.join(", ", keys);
    }

    private static TemplateMessage read(JsonNode template) {
        List<Integer> quickReplies = new ArrayList<>();
        for (JsonNode component : template.path("components")) {
            if (isQuickReply(component)) {
                quickReplies.add(component.path("index").asInt());
            }
        }
        return new TemplateMessage(
                template.path("name").asText(),
                template.path("language").path("code").asText(),
                List.copyOf(values(template).keySet()),
                quickReplies);
    }

    /** What {@code template}, as it is on the wire, fills its placeholders with; a file with nothing. */
    public static Map<String, String> values(JsonNode template) {
        Map<String, String> values = new LinkedHashMap<>();
        for (JsonNode component : template.path("components")) {
            String type = component.path("type").asText();
            if (!type.equals("button")) {
                addValues(type + ".", component.path("parameters"), values);
            } else if (!isQuickReply(component)) {
                String button = part(Part.BUTTON) + component.path("index").asInt() + ".";
                addValues(button, component.path("parameters"), values);
            }
        }
        return values;
    }

    private static void addValues(String part, JsonNode parameters, Map<String, String> values) {
        int place = 0;
        for (JsonNode parameter : parameters) {
            place++;
            String type = parameter.path("type").asText();
            String name = type.equals("text") ? parameter.path("parameter_name").asText(Integer.toString(place)) : type;
            values.put(part + name, parameter.path("text").asText());
        }
    }

    private static boolean isQuickReply(JsonNode component) {
        return component.path("type").asText().equals("button")
                && component.path("sub_type").asText().equals("quick_reply");
    }

    private static String part(Part part) {
        return part.name().toLowerCase(Locale.ROOT) + ".";
    }
}
