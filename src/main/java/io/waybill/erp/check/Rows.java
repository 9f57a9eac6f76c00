package io.waybill.erp.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.Contract;
import io.waybill.erp.Contract.Field;
import io.waybill.erp.Contract.Need;
import io.waybill.erp.Contract.Type;
import io.waybill.erp.check.Call.Understood;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rows that need not keep the contract. */
final class Rows {

    private static final Field ID = new Field("id", Type.ID, Need.REQUIRED);
    private static final Field PRICE = new Field("price", Type.MONEY, Need.REQUIRED);

    private Rows() {}

    /** The rows of a page that are objects. */
    static List<ObjectNode> of(Understood page) {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode row : page.answer().path("items")) {
            if (row instanceof ObjectNode object) {
                rows.add(object);
            }
        }
        return rows;
    }

    static Optional<String> id(ObjectNode row) {
        return typed(ID, row).map(JsonNode::textValue);
    }

    /** An id that stands in {@code field}. */
    static Optional<String> id(ObjectNode row, String field) {
        return typed(new Field(field, Type.ID, Need.REQUIRED), row).map(JsonNode::textValue);
    }

    static Optional<JsonNode> price(ObjectNode row) {
        return typed(PRICE, row);
    }

    static boolean isActive(ObjectNode row) {
        return row.path("active").asBoolean(true);
    }

    private static Optional<JsonNode> typed(Field field, ObjectNode row) {
        return Optional.ofNullable(row.get(field.name()))
                .filter(value -> !value.isNull())
                .flatMap(value -> Contract.typed(field, value));
    }
}
