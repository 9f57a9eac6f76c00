package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object as the names of expressions.
 *
 * @param operations the ERP has, by name
 */
record FieldScope(ObjectNode fields, Set<String> operations) implements Scope {

    static FieldScope of(ObjectNode fields) {
        return new FieldScope(fields, Set.of());
    }

    @Override
    public @Nullable JsonNode name(String name) {
        return fields.get(name);
    }

    @Override
    public Collection<String> names() {
        return List.copyOf(
                fields.propertyStream().map(java.util.Map.Entry::getKey).toList());
    }

    @Override
    public boolean available(String operation) {
        return operations.contains(operation);
    }
}
