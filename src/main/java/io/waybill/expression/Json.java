package io.waybill.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON as the engine reads and writes it: every decimal exact, with its trailing zeros. */
public final class Json {

    /** Reads and writes decimals as they are written. */
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Beyond this a number is nonsense, and written out in full it would fill the memory. */
    private static final int MAX_DIGITS = 60;

    private Json() {}

    public static JsonNodeFactory nodes() {
        return NODES;
    }

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    public static ArrayNode array() {
        return NODES.arrayNode();
    }

    /** @throws IllegalArgumentException when {@code text} is not one JSON value */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
    }

    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot be written.", e);
        }
    }

    /** JSONata's truth: absent, null, false, 0, "" and what holds nothing true are false. */
    public static boolean truthy(JsonNode node) {
        return switch (node.getNodeType()) {
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.decimalValue().signum() != 0;
            case STRING -> !node.textValue().isEmpty();
            case OBJECT -> !node.isEmpty();
            case ARRAY -> {
                for (JsonNode element : node) {
                    if (truthy(element)) {
                        yield true;
                    }
                }
                yield false;
            }
            default -> false;
        };
    }

    /** The value as it stands in a text; absent and null print nothing. */
    public static String text(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case NUMBER -> node.isBigDecimal() ? plain(node.decimalValue()) : node.asText();
            case BOOLEAN -> node.asText();
            case MISSING, NULL -> "";
            default -> write(node);
        };
    }

    /** All digits, never an exponent. */
    public static String plain(BigDecimal number) {
        return bounded(number).toPlainString();
    }

    /** @throws ExpressionFailure when the number has more digits than any amount */
    public static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS) {
            throw new ExpressionFailure("A number has more than %d digits.".formatted(MAX_DIGITS));
        }
        return number;
    }

    /** What stands at {@code path}, or null. */
    public static @Nullable JsonNode at(JsonNode node, List<String> path) {
        JsonNode found = node;
        for (String name : path) {
            found = found.get(name);
            if (found == null) {
                return null;
            }
        }
        return found;
    }

    /**
     * A copy of {@code node} with {@code value} at {@code path}; only the objects along the path are copied. An absent or null
     * value removes the field.
     */
    public static ObjectNode with(ObjectNode node, List<String> path, JsonNode value) {
        ObjectNode copy = shallow(node);
        String name = path.getFirst();
        if (path.size() > 1) {
            ObjectNode child = copy.get(name) instanceof ObjectNode object ? object : object();
            copy.set(name, with(child, path.subList(1, path.size()), value));
        } else if (value.isMissingNode() || value.isNull()) {
            copy.remove(name);
        } else {
            copy.set(name, value);
        }
        return copy;
    }

    /** A copy that shares the values. */
    public static ObjectNode shallow(ObjectNode node) {
        ObjectNode copy = object();
        copy.setAll(node);
        return copy;
    }

    /** About as many characters as the node has when written; stops counting past {@code limit}. */
    public static long weight(JsonNode node, long limit) {
        long weight = 2;
        switch (node.getNodeType()) {
            case STRING -> weight += node.textValue().length();
            case NUMBER -> weight += node.isBigDecimal() ? node.decimalValue().precision() : 10;
            case OBJECT -> {
                for (var field : node.properties()) {
                    weight += field.getKey().length() + 3 + weight(field.getValue(), limit - weight);
                    if (weight > limit) {
                        break;
                    }
                }
            }
            case ARRAY -> {
                for (JsonNode element : node) {
                    weight += 1 + weight(element, limit - weight);
                    if (weight > limit) {
                        break;
                    }
                }
            }
            default -> weight += 4;
        }
        return weight;
    }
}
