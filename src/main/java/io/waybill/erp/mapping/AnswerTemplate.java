package io.waybill.erp.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Our contract's answer, made of an ERP's.
 *
 * @param rows where the rows of a list stand; null when the answer is no list
 * @param joins other lists, whose matching row goes by the join's name while a row is read
 * @param nothing values that stand for none, as {@code false} does in some ERPs; a field that is true or false keeps its value
 * @param flags fields that are true or false
 */
public record AnswerTemplate(
        Map<String, Reading> fields,
        @Nullable Path rows,
        Map<String, Join> joins,
        Set<JsonNode> nothing,
        Set<String> flags) {

    /**
     * @param rows of the other list
     * @param key of a row of the other list
     * @param to what it equals in a row of the answer
     */
    public record Join(Path rows, Path key, Path to) {}

    /** @param last the answer of the last step */
    public ObjectNode read(JsonNode last, Scope scope) {
        if (rows == null) {
            return object(last, scope);
        }
        Map<String, Map<String, JsonNode>> joined = new HashMap<>();
        joins.forEach((name, join) -> joined.put(name, index(join, last, scope)));
        ObjectNode list = Json.object();
        ArrayNode items = list.putArray("items");
        for (JsonNode row : rows.rows(last, scope)) {
            items.add(object(row, rowScope(row, scope, joined)));
        }
        return list;
    }

    private Scope rowScope(JsonNode row, Scope scope, Map<String, Map<String, JsonNode>> joined) {
        ObjectNode names = Json.object();
        names.set("row", row);
        joins.forEach((name, join) -> {
            JsonNode match = joined.get(name).get(Json.text(join.to().read(row, scope)));
            if (match != null) {
                names.set(name, match);
            }
        });
        return scope.with(names);
    }

    /** The first row of each key. */
    private static Map<String, JsonNode> index(Join join, JsonNode last, Scope scope) {
        Map<String, JsonNode> index = new HashMap<>();
        List<JsonNode> rows = join.rows().rows(last, scope);
        rows.forEach(row -> index.putIfAbsent(Json.text(join.key().read(row, scope)), row));
        return index;
    }

    private ObjectNode object(JsonNode answer, Scope scope) {
        ObjectNode object = Json.object();
        fields.forEach((name, reading) -> {
            JsonNode value = reading.read(answer, scope);
            if (!value.isMissingNode() && !value.isNull() && (flags.contains(name) || !nothing.contains(value))) {
                object.set(name, value);
            }
        });
        return object;
    }
}
