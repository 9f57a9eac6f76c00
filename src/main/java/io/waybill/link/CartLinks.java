package io.waybill.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.catalog.Catalog;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads;
import io.waybill.erp.ErpReply;
import io.waybill.flow.CartText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Writes a cart as the text of a message, at the ERP's prices; what comes back in the chat is priced again. */
final class CartLinks {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ErpReads erp;
    private final Catalog catalog;

    CartLinks(ErpReads erp, Catalog catalog) {
        this.erp = erp;
        this.catalog = catalog;
    }

    /** @param options name to value, as the product has them */
    record Item(String externalProductId, int qty, Map<String, String> options) {

        Item {
            options = Map.copyOf(options);
        }
    }

    /** @param total of the goods, without delivery */
    record PricedCart(String text, BigDecimal total, String currency) {}

    /** The ERP does not sell what was asked for. */
    static final class NotSold extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSold(String message) {
            super(message);
        }
    }

    /** The ERP does not answer. */
    static final class ErpAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ErpAway(String message) {
            super(message);
        }
    }

    /**
     * @param greeting the first line
     * @param language that amounts are written in
     * @throws NotSold naming what the ERP does not sell, or has no price for
     * @throws ErpAway when the ERP cannot be asked
     */
    PricedCart write(List<Item> items, String greeting, String totalWord, String language) {
        Map<String, JsonNode> products = products();
        String unknown = items.stream()
                .map(Item::externalProductId)
                .filter(id -> !products.containsKey(id))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new NotSold("Not sold: " + unknown + ".");
        }
        List<JsonNode> prices = prices(items);
        String currency = prices.getFirst().path("currency").asText();
        List<CartText.Line> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (!prices.get(i).path("currency").asText().equals(currency)) {
                throw new NotSold("A cart has one currency, but %s is priced in %s and not in %s."
                        .formatted(
                                item.externalProductId(),
                                prices.get(i).path("currency").asText(),
                                currency));
            }
            lines.add(new CartText.Line(
                    item.qty(),
                    products.get(item.externalProductId()).path("name").asText(),
                    item.options(),
                    item.externalProductId(),
                    prices.get(i).path("unit_price").decimalValue()));
        }
        CartText.Written written = CartText.write(greeting, lines, totalWord, currency, language);
        return new PricedCart(written.text(), written.total(), currency);
    }

    private Map<String, JsonNode> products() {
        ErpReply reply = catalog.visible(
                ErpOperation.LIST_PRODUCTS,
                erp.ask(ErpOperation.LIST_PRODUCTS, NODES.objectNode().put("active_only", true))
                        .reply());
        Map<String, JsonNode> products = new LinkedHashMap<>();
        if (!(reply instanceof ErpReply.Empty)) {
            body(reply)
                    .path("items")
                    .forEach(item -> products.put(item.path("id").asText(), item));
        }
        return products;
    }

    private List<JsonNode> prices(List<Item> items) {
        List<Future<ErpReply>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            items.forEach(item -> asked.add(threads.submit(() -> price(item))));
        }
        return asked.stream().map(Future::resultNow).map(CartLinks::body).toList();
    }

    private ErpReply price(Item item) {
        ObjectNode request = NODES.objectNode()
                .put("external_product_id", item.externalProductId())
                .put("qty", item.qty());
        if (!item.options().isEmpty()) {
            ObjectNode chosen = request.putObject("options");
            item.options().forEach(chosen::put);
        }
        return erp.ask(ErpOperation.GET_PRICE, request).reply();
    }

    private static JsonNode body(ErpReply reply) {
        return switch (reply) {
            case ErpReply.Ok ok -> ok.body();
            case ErpReply.Empty empty -> NODES.objectNode();
            case ErpReply.Refused refused -> throw new NotSold(refused.reason());
            case ErpReply.Down down -> throw new ErpAway(down.reason());
            case ErpReply.Unknown unknown -> throw new ErpAway(unknown.reason());
        };
    }
}
