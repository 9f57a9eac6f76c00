package io.waybill.erp.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import io.waybill.expression.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a field of our contract comes from. */
sealed interface Reading {

    /** @param answer the ERP's, or a row of it */
    JsonNode read(JsonNode answer, Scope scope);

    /** What stands in the answer. */
    record At(Path path) implements Reading {
        @Override
        public JsonNode read(JsonNode answer, Scope scope) {
            return path.read(answer, scope);
        }
    }

    /** A constant, or an expression over all that is known in the call. */
    record Made(Value value) implements Reading {
        @Override
        public JsonNode read(JsonNode answer, Scope scope) {
            return value.resolve(scope);
        }
    }

    /**
     * The first that is there.
     *
     * @param nothing values that stand for none
     */
    record FirstOf(List<Reading> readings, Set<JsonNode> nothing) implements Reading {
        @Override
        public JsonNode read(JsonNode answer, Scope scope) {
            return readings.stream()
                    .map(reading -> reading.read(answer, scope))
                    .filter(value -> !value.isMissingNode() && !value.isNull() && !nothing.contains(value))
                    .findFirst()
                    .orElseGet(MissingNode::getInstance);
        }
    }

    /**
     * The ERP's word for something as ours.
     *
     * @param words by the ERP's word as text
     * @param otherwise for all other words; null: they stay as they are
     */
    record Translated(
            Reading from,
            Map<String, JsonNode> words,
            @Nullable JsonNode otherwise) implements Reading {
        @Override
        public JsonNode read(JsonNode answer, Scope scope) {
            JsonNode theirs = from.read(answer, scope);
            JsonNode ours = theirs.isValueNode() ? words.get(Json.text(theirs)) : null;
            if (ours != null) {
                return ours;
            }
            return otherwise == null ? theirs : otherwise;
        }
    }
}
