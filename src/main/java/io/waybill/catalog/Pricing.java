package io.waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads;
import io.waybill.erp.ErpReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What things cost at the ERP, of those that customers may see. */
public final class Pricing {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ErpReads erp;
    private final Catalog catalog;

    Pricing(ErpReads erp, Catalog catalog) {
        this.erp = erp;
        this.catalog = catalog;
    }

    /** @param options name to value, as the product has them */
    public record Item(String externalProductId, int qty, Map<String, String> options) {

        public Item {
            options = Map.copyOf(options);
        }
    }

    /**
     * An item as the ERP sells it.
     *
     * @param product as the ERP lists it
     * @param unitPrice for this quantity
     * @param stock how many there are; null: the ERP does not say
     */
    public record Priced(
            Item item,
            JsonNode product,
            BigDecimal unitPrice,
            @Nullable BigDecimal stock) {

        public String name() {
            return product.path("name").asText();
        }
    }

    /** In the order in which they were asked for, in one currency. */
    public record Prices(List<Priced> lines, String currency) {

        public Prices {
            lines = List.copyOf(lines);
        }
    }

    /** The ERP does not sell what was asked for. */
    public static final class NotSold extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSold(String message) {
            super(message);
        }
    }

    /** The ERP does not answer. */
    public static final class ErpAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ErpAway(String message) {
            super(message);
        }
    }

    /** The products that customers may see, by id. */
    public Map<String, JsonNode> products() {
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

    /**
     * Prices that may be a little old.
     *
     * @throws NotSold naming what the ERP does not sell, or has no price for
     * @throws ErpAway when the ERP cannot be asked
     */
    public Prices of(List<Item> items) {
        return of(items, (operation, request) -> erp.ask(operation, request).reply());
    }

    /** The same at the ERP's prices of now. */
    public Prices now(List<Item> items) {
        return of(
                items, (operation, request) -> erp.askFresh(operation, request).reply());
    }

    private Prices of(List<Item> items, BiFunction<ErpOperation, ObjectNode, ErpReply> ask) {
        Map<String, JsonNode> products = products();
        String unknown = items.stream()
                .map(Item::externalProductId)
                .filter(id -> !products.containsKey(id))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new NotSold("Not sold: " + unknown + ".");
        }
        List<JsonNode> prices = prices(items, ask);
        String currency = prices.getFirst().path("currency").asText();
        List<Priced> lines = IntStream.range(0, items.size())
                .mapToObj(i ->
                        priced(items.get(i), products.get(items.get(i).externalProductId()), prices.get(i), currency))
                .toList();
        return new Prices(lines, currency);
    }

    private static Priced priced(Item item, JsonNode product, JsonNode price, String currency) {
        if (!price.path("currency").asText().equals(currency)) {
            throw new NotSold("A cart has one currency, but %s is priced in %s and not in %s."
                    .formatted(item.externalProductId(), price.path("currency").asText(), currency));
        }
        return new Priced(
                item,
                product,
                price.path("unit_price").decimalValue(),
                price.path("stock").isNumber() ? price.path("stock").decimalValue() : null);
    }

    private static List<JsonNode> prices(List<Item> items, BiFunction<ErpOperation, ObjectNode, ErpReply> ask) {
        List<Future<ErpReply>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            items.forEach(item -> asked.add(threads.submit(() -> ask.apply(ErpOperation.GET_PRICE, request(item)))));
        }
        return IntStream.range(0, items.size())
                .mapToObj(i -> price(items.get(i), asked.get(i).resultNow()))
                .toList();
    }

    private static JsonNode price(Item item, ErpReply reply) {
        if (reply instanceof ErpReply.Refused(String reason)) {
            throw new NotSold("%s: %s".formatted(item.externalProductId(), reason));
        }
        return body(reply);
    }

    private static ObjectNode request(Item item) {
        ObjectNode request = NODES.objectNode()
                .put("external_product_id", item.externalProductId())
                .put("qty", item.qty());
        if (!item.options().isEmpty()) {
            ObjectNode chosen = request.putObject("options");
            item.options().forEach(chosen::put);
        }
        return request;
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
