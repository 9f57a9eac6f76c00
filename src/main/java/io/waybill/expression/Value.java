package io.waybill.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value as a flow writes it: {@code "= expression"}, text with {@code {{expression}}} in it, or literal JSON. */
public sealed interface Value {

    /** The value now; {@code MissingNode} when an expression gives nothing. */
    JsonNode resolve(Scope scope);

    default String text(Scope scope) {
        return Json.text(resolve(scope));
    }

    /** Tells the text now piece by piece. */
    default void tell(Scope scope, Pieces pieces) {
        pieces.written(text(scope));
    }

    default boolean holds(Scope scope) {
        return Json.truthy(resolve(scope));
    }

    /** Hears the pieces of a text, in order. */
    interface Pieces {

        /** What the author of the text wrote. */
        void written(String text);

        /** What {@code expression} put in. */
        void value(String text, Expression expression);
    }

    /** @throws InvalidExpression when an expression in it is refused */
    static Value compile(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> compile(node.textValue());
            case OBJECT -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                node.properties().forEach(field -> fields.put(field.getKey(), compile(field.getValue())));
                yield new Fields(fields);
            }
            case ARRAY -> {
                List<Value> elements = new ArrayList<>();
                node.forEach(element -> elements.add(compile(element)));
                yield new Elements(elements);
            }
            default -> new Literal(node);
        };
    }

    private static Value compile(String text) {
        if (text.startsWith("= ")) {
            return new Typed(Expression.compile(text.substring(2)));
        }
        List<Value> parts = Parts.of(text);
        return switch (parts.size()) {
            case 0 -> new Literal(Json.nodes().textNode(""));
            case 1 -> parts.getFirst() instanceof Literal literal ? literal : new Text(parts);
            default -> new Text(parts);
        };
    }

    /** JSON that stands for itself. */
    record Literal(JsonNode value) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            return value;
        }
    }

    /** An expression that keeps its type. */
    record Typed(Expression expression) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            return expression.evaluate(scope);
        }

        @Override
        public void tell(Scope scope, Pieces pieces) {
            pieces.value(text(scope), expression);
        }
    }

    /** Text with expressions in it. */
    record Text(List<Value> parts) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(part.text(scope)));
            return Json.nodes().textNode(text.toString());
        }

        @Override
        public void tell(Scope scope, Pieces pieces) {
            parts.forEach(part -> part.tell(scope, pieces));
        }
    }

    /** An object; a field whose expression gives nothing is left out. */
    record Fields(Map<String, Value> fields) implements Value {
        @Override
        public ObjectNode resolve(Scope scope) {
            ObjectNode object = Json.object();
            fields.forEach((name, value) -> {
                JsonNode resolved = value.resolve(scope);
                if (!resolved.isMissingNode()) {
                    object.set(name, resolved);
                }
            });
            return object;
        }
    }

    /** A list; an element whose expression gives nothing is left out. */
    record Elements(List<Value> elements) implements Value {
        @Override
        public JsonNode resolve(Scope scope) {
            ArrayNode array = Json.array();
            for (Value element : elements) {
                JsonNode resolved = element.resolve(scope);
                if (!resolved.isMissingNode()) {
                    array.add(resolved);
                }
            }
            return array;
        }
    }
}
