package io.waybill.flow;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/** JSON in which decimals stay exactly as they were written. */
final class FlowJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private FlowJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    static JsonNode absent() {
        return MissingNode.getInstance();
    }

    static boolean isPresent(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A session cannot be written as JSON.", e);
        }
    }

    /** The node at a dotted path (empty: {@code root}), absent when a part of it is. */
    static JsonNode at(JsonNode root, String path) {
        JsonNode node = root;
        if (path.isEmpty()) {
            return node;
        }
        for (String name : path.split("\\.")) {
            node = node.path(name);
        }
        return node;
    }

    /** A copy of {@code root} with {@code value} at a dotted path; what it shares with {@code root} is not changed. */
    static ObjectNode with(ObjectNode root, String path, JsonNode value) {
        ObjectNode copy = object();
        copy.setAll(root);
        int dot = path.indexOf('.');
        if (dot < 0) {
            if (value.isMissingNode()) {
                copy.remove(path);
            } else {
                copy.set(path, value);
            }
            return copy;
        }
        String name = path.substring(0, dot);
        ObjectNode inner = copy.path(name) instanceof ObjectNode present ? present : object();
        copy.set(name, with(inner, path.substring(dot + 1), value));
        return copy;
    }

    /** True when {@code node} has more than {@code limit} characters of text in it. */
    static boolean sizeExceeds(JsonNode node, int limit) {
        return size(node, limit) > limit;
    }

    private static int size(JsonNode node, int limit) {
        int size = node.isContainerNode() ? 2 : node.asText().length() + 2;
        for (Map.Entry<String, JsonNode> field : fields(node)) {
            size += field.getKey().length() + 4;
        }
        Iterator<JsonNode> elements = node.elements();
        while (elements.hasNext() && size <= limit) {
            size += size(elements.next(), limit);
        }
        return size;
    }

    static Iterable<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
        return () -> fields;
    }
}
