package io.waybill.flow;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the Java values that JSONata works on, and back; a decimal that is only passed on stays exact. */
final class JsonValues {

    private JsonValues() {}

    static @Nullable Object toJava(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.isIntegralNumber() ? integral(node) : node.decimalValue();
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>(node.size());
                node.forEach(element -> list.add(toJava(element)));
                yield list;
            }
            case OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                FlowJson.fields(node).forEach(field -> map.put(field.getKey(), toJava(field.getValue())));
                yield map;
            }
            default -> null;
        };
    }

    private static Number integral(JsonNode node) {
        if (node.canConvertToInt()) {
            return node.intValue();
        }
        return node.canConvertToLong() ? node.longValue() : node.decimalValue();
    }

    static JsonNode toJson(@Nullable Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case null -> FlowJson.absent();
            case JsonNode node -> node;
            case String text -> nodes.textNode(text);
            case Boolean bool -> nodes.booleanNode(bool);
            case Integer number -> nodes.numberNode(number);
            case Long number -> nodes.numberNode(number);
            case BigInteger number -> nodes.numberNode(number);
            case BigDecimal number -> DecimalNode.valueOf(number);
            case Number number -> ofDouble(number.doubleValue());
            case List<?> list -> {
                ArrayNode array = nodes.arrayNode(list.size());
                list.forEach(element -> array.add(toJson(element)));
                yield array;
            }
            case Map<?, ?> map -> {
                ObjectNode object = nodes.objectNode();
                map.forEach((name, element) -> object.set(String.valueOf(name), toJson(element)));
                yield object;
            }
            case Object other when other == Jsonata.NULL_VALUE -> nodes.nullNode();
            default -> throw new ExpressionFailed("An expression gives something that is no JSON value.");
        };
    }

    private static JsonNode ofDouble(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new ExpressionFailed("An expression gives something that is no number.");
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? JsonNodeFactory.instance.numberNode((long) number)
                : DecimalNode.valueOf(BigDecimal.valueOf(number));
    }
}
