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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The products that customers see now, in the order of their menu: asked for as flows do, and sifted by the same rules. */
public final class EnabledProducts {

    private final ErpReads erp;
    private final PicturedRows pictures;
    private final Catalog catalog;

    EnabledProducts(ErpReads erp, PicturedRows pictures, Catalog catalog) {
        this.erp = erp;
        this.pictures = pictures;
        this.catalog = catalog;
    }

    /**
     * @param price null: the ERP names one when it is asked for a quantity
     * @param image address of its first picture, a path where it is ours; null: it has none
     */
    public record EnabledProduct(
            String externalProductId,
            String name,
            @Nullable BigDecimal price,
            @Nullable String currency,
            boolean service,
            @Nullable String image) {}

    /**
     * @param asOf when the ERP gave this list, if it does not answer now
     * @param problem why there is no list; null: there is
     */
    public record Menu(
            List<EnabledProduct> products,
            @Nullable String asOf,
            @Nullable String problem) {}

    /** To be called outside of transactions. */
    public Menu now() {
        ErpReply all = erp.ask(
                        ErpOperation.LIST_PRODUCTS,
                        JsonNodeFactory.instance.objectNode().put("active_only", true))
                .reply();
        String asOf = all instanceof ErpReply.Ok(JsonNode body)
                ? body.path(ErpReads.AS_OF).textValue()
                : null;
        ErpReply shown = catalog.visible(ErpOperation.LIST_PRODUCTS, pictures.in(ErpOperation.LIST_PRODUCTS, all));
        return switch (shown) {
            case ErpReply.Ok(JsonNode body) -> new Menu(products(body), asOf, null);
            case ErpReply.Empty empty -> new Menu(List.of(), asOf, null);
            case ErpReply.Refused(String reason) -> new Menu(List.of(), null, reason);
            case ErpReply.Down(String reason) -> new Menu(List.of(), null, reason);
            case ErpReply.Unknown(String reason) -> new Menu(List.of(), null, reason);
        };
    }

    /** One of them; empty where customers do not see it. */
    public Optional<EnabledProduct> find(String externalProductId) {
        return now().products().stream()
                .filter(product -> product.externalProductId().equals(externalProductId))
                .findFirst();
    }

    private static List<EnabledProduct> products(JsonNode body) {
        List<EnabledProduct> products = new ArrayList<>();
        for (JsonNode item : body.path("items")) {
            products.add(new EnabledProduct(
                    item.path("id").asText(),
                    item.path("name").asText(),
                    item.path("price").isNumber() ? item.path("price").decimalValue() : null,
                    item.path("currency").textValue(),
                    Sellable.isService(item),
                    item.path("image").textValue()));
        }
        return products;
    }
}
