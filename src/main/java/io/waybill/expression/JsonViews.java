package io.waybill.expression;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON trees as the maps and lists JSONata wants, converted only where an expression looks; and its results back. */
final class JsonViews {

    private JsonViews() {}

    /** Session data seen by JSONata. */
    interface View {
        JsonNode node();
    }

    static Object toJava(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> new ObjectView((ObjectNode) node);
            case ARRAY -> new ListView((ArrayNode) node);
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.isBigDecimal() ? Json.bounded(node.decimalValue()) : node.numberValue();
            default -> Jsonata.NULL_VALUE;
        };
    }

    static JsonNode toJson(@Nullable Object value) {
        if (value == null) {
            return MissingNode.getInstance();
        }
        if (value == Jsonata.NULL_VALUE) {
            return NullNode.getInstance();
        }
        return switch (value) {
            case View view -> view.node();
            case String text -> Json.nodes().textNode(text);
            case Boolean flag -> Json.nodes().booleanNode(flag);
            case Integer number -> Json.nodes().numberNode(number);
            case Long number -> Json.nodes().numberNode(number);
            case BigInteger number -> Json.nodes().numberNode(number);
            case BigDecimal number -> Json.nodes().numberNode(number);
            case Number number -> Json.nodes().numberNode(new BigDecimal(number.toString()));
            case ScopeView scope -> objectOf(scope);
            case List<?> list -> {
                ArrayNode array = Json.array();
                list.forEach(element -> array.add(nullable(element)));
                yield array;
            }
            case Map<?, ?> map -> objectOf(map);
            default -> throw new ExpressionFailure("The expression gives a function, not a value.");
        };
    }

    private static ObjectNode objectOf(Map<?, ?> map) {
        ObjectNode object = Json.object();
        map.forEach((name, value) -> {
            JsonNode child = toJson(value);
            if (!child.isMissingNode()) {
                object.set(String.valueOf(name), child);
            }
        });
        return object;
    }

    private static JsonNode nullable(@Nullable Object element) {
        JsonNode node = toJson(element);
        return node.isMissingNode() ? NullNode.getInstance() : node;
    }

    static final class ListView extends AbstractList<Object> implements View {

        private final ArrayNode node;

        ListView(ArrayNode node) {
            this.node = node;
        }

        @Override
        public JsonNode node() {
            return node;
        }

        @Override
        public Object get(int index) {
            return toJava(node.get(index));
        }

        @Override
        public int size() {
            return node.size();
        }
    }

    static final class ObjectView extends AbstractMap<String, Object> implements View {

        private final ObjectNode node;

        ObjectView(ObjectNode node) {
            this.node = node;
        }

        @Override
        public JsonNode node() {
            return node;
        }

        @Override
        public @Nullable Object get(Object key) {
            JsonNode child = node.get((String) key);
            return child == null ? null : toJava(child);
        }

        @Override
        public boolean containsKey(Object key) {
            return node.has((String) key);
        }

        @Override
        public int size() {
            return node.size();
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            Map<String, Object> entries = new LinkedHashMap<>();
            node.properties().forEach(field -> entries.put(field.getKey(), toJava(field.getValue())));
            return entries.entrySet();
        }
    }

    /** The root of an evaluation: names are looked up, and converted, one by one. */
    static final class ScopeView extends AbstractMap<String, Object> {

        private final Scope scope;

        ScopeView(Scope scope) {
            this.scope = scope;
        }

        @Override
        public @Nullable Object get(Object key) {
            String name = (String) key;
            JsonNode node = scope.name(name);
            if (node == null) {
                return null;
            }
            return node instanceof ObjectNode object ? new NamedView(name, object) : toJava(node);
        }

        @Override
        public boolean containsKey(Object key) {
            return scope.name((String) key) != null;
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            Map<String, Object> entries = new LinkedHashMap<>();
            for (String name : scope.names()) {
                Object value = get(name);
                if (value != null) {
                    entries.put(name, value);
                }
            }
            return entries.entrySet();
        }

        /** An object under a name of the scope, which may have something to say about an absent field. */
        private final class NamedView extends AbstractMap<String, Object> implements View {

            private final String name;
            private final ObjectView view;

            NamedView(String name, ObjectNode node) {
                this.name = name;
                this.view = new ObjectView(node);
            }

            @Override
            public JsonNode node() {
                return view.node();
            }

            @Override
            public @Nullable Object get(Object key) {
                Object value = view.get(key);
                if (value == null) {
                    scope.absent(name, (String) key);
                }
                return value;
            }

            @Override
            public boolean containsKey(Object key) {
                return view.containsKey(key);
            }

            @Override
            public Set<Entry<String, Object>> entrySet() {
                return view.entrySet();
            }
        }
    }
}
