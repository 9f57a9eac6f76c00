package io.waybill.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One way to write a JSON value as bytes, that of RFC 8785: keys in order, no spaces. Numbers are whole. */
final class CanonicalJson {

    private CanonicalJson() {}

    static byte[] bytes(JsonNode json) {
        return text(json).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException for a number that is not whole */
    static String text(JsonNode json) {
        StringBuilder text = new StringBuilder();
        write(json, text);
        return text.toString();
    }

    private static void write(JsonNode json, StringBuilder text) {
        if (json.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            json.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            String between = "";
            text.append('{');
            for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
                text.append(between);
                quote(field.getKey(), text);
                text.append(':');
                write(field.getValue(), text);
                between = ",";
            }
            text.append('}');
        } else if (json.isArray()) {
            String between = "";
            text.append('[');
            for (JsonNode element : json) {
                text.append(between);
                write(element, text);
                between = ",";
            }
            text.append(']');
        } else if (json.isTextual()) {
            quote(json.textValue(), text);
        } else if (json.isNumber() && !json.isIntegralNumber()) {
            throw new IllegalArgumentException("A number here is whole, not %s.".formatted(json));
        } else {
            text.append(json);
        }
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < ' ') {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
