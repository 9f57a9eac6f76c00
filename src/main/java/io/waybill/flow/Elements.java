package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as flows name them. */
final class Elements {

    private Elements() {}

    /** The elements of a list; JSONata gives a list of one as its element, and an empty one as nothing. */
    static List<JsonNode> of(@Nullable Expression list, Scope scope) {
        if (list == null) {
            return List.of();
        }
        JsonNode found = FlowJson.at(scope.get(first(list.source())), rest(list.source()));
        JsonNode node = found.isArray() ? found : list.evaluate(scope);
        if (!FlowJson.isPresent(node)) {
            return List.of();
        }
        if (!node.isArray()) {
            return List.of(node);
        }
        List<JsonNode> elements = new ArrayList<>(node.size());
        node.forEach(elements::add);
        return elements;
    }

    private static String first(String path) {
        return path.split("\\.", 2)[0];
    }

    private static String rest(String path) {
        String[] parts = path.split("\\.", 2);
        return parts.length == 2 ? parts[1] : "";
    }
}
