package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Json;
import java.util.ArrayList;
import java.util.List;

/** JSON as people keep it in files: what fits stands on one line, the rest is opened. */
final class JsonText {

    private static final int WIDTH = 140;

    private JsonText() {}

    static String of(JsonNode json) {
        StringBuilder text = new StringBuilder();
        write(json, "", 0, true, text);
        return text.append('\n').toString();
    }

    private static void write(JsonNode json, String indent, int used, boolean open, StringBuilder text) {
        String line = oneLine(json);
        if (!json.isContainerNode() || json.isEmpty() || !open && used + line.length() <= WIDTH) {
            text.append(line);
            return;
        }
        String inner = indent + "  ";
        List<String> parts = new ArrayList<>();
        if (json.isObject()) {
            json.properties().forEach(field -> {
                StringBuilder part =
                        new StringBuilder(inner).append(quoted(field.getKey())).append(": ");
                write(field.getValue(), inner, part.length(), field.getKey().equals("steps"), part);
                parts.add(part.toString());
            });
        } else {
            json.forEach(element -> {
                StringBuilder part = new StringBuilder(inner);
                write(element, inner, part.length(), false, part);
                parts.add(part.toString());
            });
        }
        text.append(json.isObject() ? "{\n" : "[\n")
                .append(String.join(",\n", parts))
                .append('\n')
                .append(indent)
                .append(json.isObject() ? '}' : ']');
    }

    private static String oneLine(JsonNode json) {
        List<String> parts = new ArrayList<>();
        if (json.isObject()) {
            json.properties().forEach(field -> parts.add(quoted(field.getKey()) + ": " + oneLine(field.getValue())));
            return parts.isEmpty() ? "{}" : "{ " + String.join(", ", parts) + " }";
        }
        if (json.isArray()) {
            json.forEach(element -> parts.add(oneLine(element)));
            return "[" + String.join(", ", parts) + "]";
        }
        return json.isBigDecimal() ? Json.plain(json.decimalValue()) : Json.write(json);
    }

    private static String quoted(String name) {
        return Json.write(Json.nodes().textNode(name));
    }
}
