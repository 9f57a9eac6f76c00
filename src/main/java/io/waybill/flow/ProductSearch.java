package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Finds products by words, as customers do at a list in a chat. */
public final class ProductSearch {

    private ProductSearch() {}

    /** Those that have anything to do with {@code query}, the best first. */
    public static List<JsonNode> best(List<JsonNode> products, String query) {
        return Search.rank(
                        query,
                        products.stream()
                                .map(product ->
                                        new Search.Entry(product.path("name").asText(), details(product)))
                                .toList())
                .stream()
                .map(products::get)
                .toList();
    }

    /** All that is text in an element of the ERP's list: description, SKU and whatever else it sends. */
    static String details(JsonNode fields) {
        return StreamSupport.stream(fields.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .collect(Collectors.joining(" "));
    }
}
