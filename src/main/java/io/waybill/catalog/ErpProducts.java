package io.waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpAnswer;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads;
import io.waybill.erp.ErpReads.ListRead;
import io.waybill.erp.ErpReply;
import io.waybill.erp.Sellable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All products of the ERP, those that customers do not see among them. */
final class ErpProducts {

    private static final ObjectNode ALL = JsonNodeFactory.instance.objectNode().put("active_only", false);

    private final ErpReads erp;

    ErpProducts(ErpReads erp) {
        this.erp = erp;
    }

    /** @throws NotListed when the ERP does not say what it has */
    Listed all() {
        return listed(erp.ask(ErpOperation.LIST_PRODUCTS, ALL.deepCopy()));
    }

    /**
     * As the ERP has them now.
     *
     * @throws NotListed when it does not say what it has
     */
    Listed now() {
        return listed(erp.askFresh(ErpOperation.LIST_PRODUCTS, ALL.deepCopy()));
    }

    private Listed listed(ErpAnswer answer) {
        Optional<ListRead> read = erp.readOf(ErpOperation.LIST_PRODUCTS, ALL, answer);
        return switch (answer.reply()) {
            case ErpReply.Ok(JsonNode body) ->
                new Listed(products(body), body.path(ErpReads.AS_OF).textValue(), read.orElse(null));
            case ErpReply.Empty empty -> new Listed(List.of(), null, null);
            case ErpReply.Refused(String reason) -> throw new NotListed(reason);
            case ErpReply.Down(String reason) -> throw new NotListed(reason);
            case ErpReply.Unknown(String reason) -> throw new NotListed(reason);
        };
    }

    private static List<Product> products(JsonNode body) {
        List<Product> products = new ArrayList<>();
        for (JsonNode item : body.path("items")) {
            products.add(new Product(
                    item,
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

    /**
     * @param asOf when it was given, if the ERP does not answer now; an ISO instant
     * @param read when it was read, and by how many pages; null: not known
     */
    record Listed(
            List<Product> products,
            @Nullable String asOf,
            @Nullable ListRead read) {}

    /**
     * @param item as the ERP lists it
     * @param price null: the ERP has none
     * @param minutes the paid time of a service; null: it is goods, or the ERP has none
     * @param problem why customers cannot be shown it; null: they can
     */
    record Product(
            JsonNode item,
            String id,
            String name,
            @Nullable BigDecimal price,
            @Nullable String currency,
            boolean active,
            boolean service,
            @Nullable Integer minutes,
            @Nullable String problem) {

        /** Empty: the ERP says none. */
        String text(String field) {
            return item.path(field).asText("");
        }

        /** How many there are; null: the ERP does not say. */
        @Nullable
        BigDecimal stock() {
            return item.path("stock").isNumber() ? item.path("stock").decimalValue() : null;
        }
    }

    /** The ERP does not say what it has. */
    static final class NotListed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotListed(String message) {
            super(message);
        }
    }
}
