package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.ExpressionFailure;
import io.waybill.expression.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cart that was made outside the chat: only what the ERP sells now goes into ours, at the ERP's price.
 *
 * @param rest what could not be taken, each with {@code name} and {@code qty}
 */
record BroughtCart(Cart cart, ArrayNode rest) {

    /**
     * @param products as the ERP lists them, without those customers may not see
     * @param names of whatever else it lists, by id
     */
    static BroughtCart into(Cart cart, JsonNode wanted, JsonNode products, Function<String, Optional<String>> names) {
        ArrayNode rest = Json.array();
        Cart filled = cart;
        for (JsonNode item : wanted) {
            Optional<JsonNode> product = product(item, products);
            Optional<Cart> taken = product.isEmpty() ? Optional.empty() : add(filled, item, product.get());
            filled = taken.orElse(filled);
            if (taken.isEmpty()) {
                rest.addObject().put("name", name(item, product, names)).set("qty", item.path("qty"));
            }
        }
        return new BroughtCart(filled, rest);
    }

    /** By the ERP's key or its SKU; by name only what has no key. */
    private static Optional<JsonNode> product(JsonNode item, JsonNode products) {
        String id = item.path("id").asText();
        String name = Words.normalise(item.path("name").asText());
        for (JsonNode product : products) {
            boolean same = id.isEmpty()
                    ? Words.normalise(product.path("name").asText()).equals(name)
                    : product.path("id").asText().equals(id)
                            || product.path("sku").asText().equals(id);
            if (same) {
                return Optional.of(product);
            }
        }
        return Optional.empty();
    }

    private static Optional<Cart> add(Cart cart, JsonNode item, JsonNode product) {
        JsonNode qty = item.path("qty");
        JsonNode offered = product.path("options");
        if (!qty.canConvertToInt() || !qty.canConvertToExactIntegral() || !fit(item.path("options"), offered)) {
            return Optional.empty();
        }
        try {
            return Optional.of(cart.add(
                    product, qty.intValue(), offered.isEmpty() ? null : item.get("options"), seen(item, product)));
        } catch (ExpressionFailure e) {
            return Optional.empty();
        }
    }

    /** True when every option that the product has is chosen, as one of its values. */
    private static boolean fit(JsonNode chosen, JsonNode offered) {
        for (JsonNode option : offered) {
            String value = chosen.path(option.path("name").asText()).asText();
            boolean known = false;
            for (JsonNode possible : option.path("values")) {
                known |= possible.asText().equals(value);
            }
            if (!known) {
                return false;
            }
        }
        return chosen.size() == offered.size() || offered.isEmpty();
    }

    private static @Nullable BigDecimal seen(JsonNode item, JsonNode product) {
        boolean comparable = item.path("price").isNumber()
                && item.path("currency")
                        .asText()
                        .equals(product.path("currency").asText());
        return comparable ? Json.bounded(item.path("price").decimalValue()) : null;
    }

    private static String name(JsonNode item, Optional<JsonNode> product, Function<String, Optional<String>> names) {
        String known = product.map(found -> found.path("name").asText())
                .or(() -> names.apply(item.path("id").asText()))
                .orElseGet(() -> item.path("name").asText());
        return known.isBlank() ? item.path("id").asText() : known;
    }

    /** The session's words for what a catalogue message holds. */
    static ObjectNode item(String id, BigDecimal qty, @Nullable BigDecimal price, @Nullable String currency) {
        ObjectNode item = Json.object().put("id", id).put("qty", qty);
        if (price != null && currency != null) {
            item.put("price", price).put("currency", currency);
        }
        return item;
    }
}
