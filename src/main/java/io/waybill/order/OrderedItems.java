package io.waybill.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.util.List;

/** What was ordered, as it may stand in the open and stays when its customer is forgotten. */
public final class OrderedItems {

    private static final List<String> PLAIN = List.of("external_product_id", "name", "qty", "unit_price");

    private OrderedItems() {}

    /** Without options, in which a customer may have written something. */
    public static ArrayNode plain(JsonNode items) {
        ArrayNode plain = Json.array();
        for (JsonNode item : items) {
            ObjectNode kept = plain.addObject();
            PLAIN.stream().filter(item::has).forEach(field -> kept.set(field, item.get(field)));
        }
        return plain;
    }
}
