package io.waybill.erp.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of an ERP as a report may show them: short, without secrets, without whole phone numbers. */
final class Shown {

    private static final int MOST = 40;
    private static final int MOST_OF_A_REASON = 400;
    private static final Pattern NUMBER = Pattern.compile("\\+\\d[\\d ().-]{4,}(\\d{3})|\\d{4,}(\\d{3})");

    private final UnaryOperator<String> withoutSecrets;

    Shown(UnaryOperator<String> withoutSecrets) {
        this.withoutSecrets = withoutSecrets;
    }

    /** What came, for a sentence. */
    String value(@Nullable JsonNode value) {
        return switch (value) {
            case null -> "nothing";
            case JsonNode json when json.isMissingNode() -> "nothing";
            case JsonNode json when json.isObject() -> "an object";
            case JsonNode json when json.isArray() -> "a list";
            case JsonNode json when json.isTextual() && json.textValue().isBlank() -> "an empty text";
            case JsonNode json when json.isTextual() -> "the text \"%s\"".formatted(cut(safe(json.textValue()), MOST));
            default -> cut(safe(value.asText()), MOST);
        };
    }

    /** The same as JSON has it. */
    String json(JsonNode value) {
        String text = cut(safe(value.asText()), MOST);
        return value.isTextual() ? '"' + text + '"' : value.isValueNode() ? text : value(value);
    }

    /** A sentence of the gateway, which may quote the ERP. */
    String reason(String sentence) {
        return cut(safe(sentence), MOST_OF_A_REASON);
    }

    /** An id or a number of the ERP. */
    String id(String id) {
        return cut(withoutSecrets.apply(id), MOST);
    }

    private String safe(String text) {
        return NUMBER.matcher(withoutSecrets.apply(text)).replaceAll("***$1$2");
    }

    private static String cut(String text, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        int length = line.codePointCount(0, line.length());
        return length <= most ? line : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}
