package io.waybill.erp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** JSON as it goes to and comes from an ERP: decimals exact, text without characters a database or WhatsApp would refuse. */
final class ErpJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final char REPLACEMENT = '\uFFFD';
    /** More digits than any amount has; written out plainly, {@code 1e999999999} would take all memory. */
    private static final int MOST_DIGITS = 60;

    private ErpJson() {}

    /** @throws IOException when {@code body} is not exactly one JSON value */
    static JsonNode read(byte[] body, Charset charset) throws IOException {
        JsonNode json = charset.equals(StandardCharsets.UTF_8)
                ? MAPPER.readTree(body)
                : MAPPER.readTree(new String(body, charset));
        return clean(json);
    }

    static String write(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write JSON", e);
        }
    }

    static JsonGenerator generator(OutputStream to) throws IOException {
        return MAPPER.createGenerator(to);
    }

    static JsonNode nothing() {
        return MAPPER.nullNode();
    }

    static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Replaces NUL characters, lone surrogates and absurd numbers, in place where it can. */
    static JsonNode clean(JsonNode json) {
        return switch (json) {
            case ObjectNode object -> cleanObject(object);
            case ArrayNode array -> cleanArray(array);
            case TextNode text -> {
                String clean = clean(text.textValue());
                yield clean.equals(text.textValue()) ? text : TextNode.valueOf(clean);
            }
            case JsonNode number when number.isBigDecimal() && isAbsurd(number) -> TextNode.valueOf(number.asText());
            default -> json;
        };
    }

    static String clean(String text) {
        int bad = firstBad(text);
        if (bad < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text);
        for (int i = bad; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < clean.length()
                    && Character.isLowSurrogate(clean.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean.toString();
    }

    /** The first character that might have to be replaced; a surrogate may still turn out to be half of a good pair. */
    private static int firstBad(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }

    private static ObjectNode cleanObject(ObjectNode object) {
        for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
            JsonNode clean = clean(field.getValue());
            String name = clean(field.getKey());
            if (!name.equals(field.getKey())) {
                object.remove(field.getKey());
                object.set(name, clean);
            } else if (clean != field.getValue()) {
                object.set(name, clean);
            }
        }
        return object;
    }

    private static ArrayNode cleanArray(ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
            JsonNode clean = clean(array.get(i));
            if (clean != array.get(i)) {
                array.set(i, clean);
            }
        }
        return array;
    }

    private static boolean isAbsurd(JsonNode number) {
        return Math.abs(number.decimalValue().scale()) > MOST_DIGITS
                || number.decimalValue().precision() > MOST_DIGITS;
    }
}
