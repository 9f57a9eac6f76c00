package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value as it stands in a flow: literal, {@code "= expression"}, or text with {@code {{expression}}} in it. */
sealed interface Value {

    JsonNode in(Scope scope);

    /** As text for people; what is absent prints empty. */
    default String text(Scope scope) {
        return print(in(scope));
    }

    record Literal(JsonNode value) implements Value {
        @Override
        public JsonNode in(Scope scope) {
            return value;
        }
    }

    record Computed(Expression expression) implements Value {
        @Override
        public JsonNode in(Scope scope) {
            return expression.evaluate(scope);
        }
    }

    /** Text and expressions in turn: {@code words} has one more element than {@code expressions}. */
    record Text(List<String> words, List<Expression> expressions) implements Value {
        @Override
        public JsonNode in(Scope scope) {
            StringBuilder text = new StringBuilder(words.getFirst());
            for (int i = 0; i < expressions.size(); i++) {
                text.append(print(expressions.get(i).evaluate(scope))).append(words.get(i + 1));
            }
            return FlowJson.text(text.toString());
        }
    }

    /** An object; a field whose value is absent is left out. */
    record Fields(Map<String, Value> fields) implements Value {
        @Override
        public JsonNode in(Scope scope) {
            ObjectNode object = FlowJson.object();
            fields.forEach((name, value) -> {
                JsonNode node = value.in(scope);
                if (!node.isMissingNode()) {
                    object.set(name, node);
                }
            });
            return object;
        }
    }

    record Elements(List<Value> elements) implements Value {
        @Override
        public JsonNode in(Scope scope) {
            ArrayNode array = FlowJson.array();
            elements.forEach(element -> array.add(element.in(scope)));
            return array;
        }
    }

    /** Compiles a value of a flow; throws {@link ExpressionFailed} for a wrong expression in it. */
    static Value of(JsonNode node) {
        if (node.isTextual()) {
            return ofText(node.textValue());
        }
        if (node.isObject()) {
            Map<String, Value> fields = new LinkedHashMap<>();
            FlowJson.fields(node).forEach(field -> fields.put(field.getKey(), of(field.getValue())));
            return new Fields(fields);
        }
        if (node.isArray()) {
            List<Value> elements = new ArrayList<>();
            node.forEach(element -> elements.add(of(element)));
            return new Elements(elements);
        }
        return new Literal(node);
    }

    private static Value ofText(String text) {
        if (text.startsWith("= ")) {
            return new Computed(Expression.compile(text.substring(2).strip()));
        }
        Matcher placeholder = Placeholders.PATTERN.matcher(text);
        List<String> words = new ArrayList<>();
        List<Expression> expressions = new ArrayList<>();
        int end = 0;
        while (placeholder.find()) {
            words.add(text.substring(end, placeholder.start()));
            expressions.add(Expression.compile(placeholder.group(1).strip()));
            end = placeholder.end();
        }
        if (expressions.isEmpty()) {
            return new Literal(FlowJson.text(text));
        }
        words.add(text.substring(end));
        return new Text(List.copyOf(words), List.copyOf(expressions));
    }

    private static String print(JsonNode value) {
        if (!FlowJson.isPresent(value)) {
            return "";
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return number.toPlainString();
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** {@code {{ … }}} around an expression. */
    final class Placeholders {
        private static final Pattern PATTERN = Pattern.compile("\\{\\{(.+?)}}", Pattern.DOTALL);

        private Placeholders() {}
    }
}
