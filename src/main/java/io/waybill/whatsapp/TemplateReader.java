package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.whatsapp.MetaTemplate.Button;
import io.waybill.whatsapp.MetaTemplate.Header;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a template as Meta writes it; types are read whatever their case. */
final class TemplateReader {

    /** Of a header that is a file. */
    static final String HANDLE = "header";

    private final Map<String, String> examples = new HashMap<>();
    private final List<String> others = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();
    private @Nullable Header header;
    private String body = "";
    private @Nullable String footer;

    private TemplateReader() {}

    static MetaTemplate read(JsonNode json) {
        Fields template = new Fields(json);
        TemplateReader reader = new TemplateReader();
        template.list("components").forEach(reader::component);
        JsonNode ttl = json.path("message_send_ttl_seconds");
        return new MetaTemplate(
                text(template, "name"),
                language(text(template, "language")),
                upper(template, "category"),
                upper(template, "parameter_format").equals("NAMED"),
                reader.header,
                reader.body,
                reader.footer,
                reader.buttons,
                ttl.isInt() ? ttl.intValue() : null,
                reader.examples,
                reader.others);
    }

    /** Meta writes {@code en-US} in places and {@code en_US} in others. */
    static String language(String code) {
        return code.strip().replace('-', '_');
    }

    private void component(Fields component) {
        switch (upper(component, "type")) {
            case "HEADER" -> header(component);
            case "BODY" -> {
                body = text(component, "text");
                Fields example = component.in("example");
                positional("body.", example.node().path("body_text").path(0));
                named("body.", example.list("body_text_named_params"));
            }
            case "FOOTER" -> footer = text(component, "text");
            case "BUTTONS" -> component.list("buttons").forEach(this::button);
            case String other -> others.add(other);
        }
    }

    private void header(Fields component) {
        String format = upper(component, "format");
        header = new Header(format.isEmpty() ? Header.TEXT : format, text(component, "text"));
        Fields example = component.in("example");
        positional("header.", example.node().path("header_text"));
        named("header.", example.list("header_text_named_params"));
        keep(HANDLE, example.node().path("header_handle").path(0));
    }

    private void button(Fields button) {
        String target = button.filled("url");
        if (target == null) {
            target = button.filled("phone_number");
        }
        String key = "button." + buttons.size();
        JsonNode example = button.node().path("example");
        keep(key, example.isArray() ? example.path(0) : example);
        if (target != null && examples.containsKey(key)) {
            String first = examples.get(key);
            MetaTemplate.PLACEHOLDER
                    .matcher(target)
                    .results()
                    .forEach(found -> examples.put(key + "." + found.group(1), first));
        }
        buttons.add(new Button(upper(button, "type"), text(button, "text"), target == null ? "" : target));
    }

    private void positional(String prefix, JsonNode values) {
        for (int i = 0; i < values.size(); i++) {
            keep(prefix + (i + 1), values.path(i));
        }
    }

    private void named(String prefix, List<Fields> values) {
        values.forEach(
                value -> keep(prefix + text(value, "param_name"), value.node().path("example")));
    }

    private void keep(String key, JsonNode value) {
        if (value.isTextual() && !value.textValue().isBlank()) {
            examples.put(key, value.textValue());
        }
    }

    private static String text(Fields fields, String name) {
        String text = fields.text(name);
        return text == null ? "" : text;
    }

    private static String upper(Fields fields, String name) {
        return text(fields, name).strip().toUpperCase(Locale.ROOT);
    }
}
