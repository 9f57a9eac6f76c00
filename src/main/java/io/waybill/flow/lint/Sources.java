package io.waybill.flow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Expression;
import io.waybill.expression.Json;
import io.waybill.expression.Value;
import java.util.ArrayList;
import java.util.List;

/** The expressions in a part of a flow that loads, each with the place of the text it stands in. */
final class Sources {

    private Sources() {}

    record Source(String pointer, Expression expression) {}

    static List<Source> in(JsonNode node, String pointer) {
        List<Source> found = new ArrayList<>();
        collect(node, pointer, found);
        return found;
    }

    private static void collect(JsonNode node, String pointer, List<Source> found) {
        if (node.isTextual()) {
            if (node.textValue().startsWith("= ") || node.textValue().contains("{{")) {
                collect(Value.compile(node), pointer, found);
            }
            return;
        }
        node.properties().forEach(field -> collect(field.getValue(), pointer + '/' + field.getKey(), found));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + '/' + i, found);
        }
    }

    private static void collect(Value value, String pointer, List<Source> found) {
        if (value instanceof Value.Typed typed) {
            found.add(new Source(pointer, typed.expression()));
        } else if (value instanceof Value.Text text) {
            text.parts().forEach(part -> collect(part, pointer, found));
        }
    }

    /** The letters of {@code text} that stand in it as they are, without what expressions will put in. */
    static String written(String text) {
        if (text.startsWith("= ")) {
            return "";
        }
        Value value = Value.compile(Json.nodes().textNode(text));
        if (value instanceof Value.Text parts) {
            StringBuilder written = new StringBuilder();
            parts.parts().forEach(part -> {
                if (part instanceof Value.Literal literal) {
                    written.append(literal.value().asText());
                }
            });
            return written.toString();
        }
        return value instanceof Value.Literal literal ? literal.value().asText() : "";
    }
}
