package io.waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads;
import io.waybill.erp.ErpReply;
import io.waybill.erp.Sellable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All products of the ERP, those that customers do not see among them. */
final class ErpProducts {

    private final ErpReads erp;

    ErpProducts(ErpReads erp) {
        this.erp = erp;
    }

    /** @throws NotListed when the ERP does not say what it has */
    Listed all() {
        ErpReply reply = erp.ask(
                        ErpOperation.LIST_PRODUCTS,
                        JsonNodeFactory.instance.objectNode().put("active_only", false))
                .reply();
        return switch (reply) {
            case ErpReply.Ok(JsonNode body) ->
                new Listed(products(body), body.path(ErpReads.AS_OF).textValue());
            case ErpReply.Empty empty -> new Listed(List.of(), null);
            case ErpReply.Refused(String reason) -> throw new NotListed(reason);
            case ErpReply.Down(String reason) -> throw new NotListed(reason);
            case ErpReply.Unknown(String reason) -> throw new NotListed(reason);
        };
    }

    private static List<Product> products(JsonNode body) {
        List<Product> products = new ArrayList<>();
        for (JsonNode item : body.path("items")) {
            products.add(new Product(
                    item.path("id").asText(),
                    item.path("name").asText(),
                    item.path("price").isNumber() ? item.path("price").decimalValue() : null,
                    item.path("currency").textValue(),
                    item.path("active").asBoolean(true),
                    Sellable.isService(item),
                    Sellable.minutes(item).orElse(null),
                    Sellable.problem(item).orElse(null)));
        }
        return products;
    }

    /** @param asOf when it was given, if the ERP does not answer now; an ISO instant */
    record Listed(List<Product> products, @Nullable String asOf) {}

    /**
     * @param price null: the ERP has none
     * @param minutes the paid time of a service; null: it is goods, or the ERP has none
     * @param problem why customers cannot be shown it; null: they can
     */
    record Product(
            String id,
            String name,
            @Nullable BigDecimal price,
            @Nullable String currency,
            boolean active,
            boolean service,
            @Nullable Integer minutes,
            @Nullable String problem) {}

    /** The ERP does not say what it has. */
    static final class NotListed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotListed(String message) {
            super(message);
        }
    }
}
