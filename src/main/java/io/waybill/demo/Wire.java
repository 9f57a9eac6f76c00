package io.waybill.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The canonical contract as JSON, seen from the ERP. Requests come from outside: anything in them may be missing. */
final class Wire {

    private Wire() {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Page(List<Product> items, boolean hasMore) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Product(
            String id,
            String name,
            String description,
            @Nullable BigDecimal price,
            String currency,
            boolean active,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DemoProduct.Option> options) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Price(BigDecimal unitPrice, String currency) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Customer(
            @Nullable String phone,
            @Nullable String userId,
            @Nullable String name) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record CustomerId(String externalCustomerId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record NewOrder(
            @Nullable String externalCustomerId,
            @Nullable List<Item> items,
            @Nullable String orderNote,
            @Nullable Totals totals,
            @Nullable String clientReference) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Item(
            @Nullable String externalProductId,
            @Nullable BigDecimal qty,
            @Nullable Map<String, String> options) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Totals(
            @Nullable BigDecimal delivery,
            @Nullable BigDecimal total,
            @Nullable String currency) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record OrderPlaced(String externalOrderId, String orderNumber, String status, BigDecimal total, String currency) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Address(
            @Nullable String addressText,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record OrderStatus(String status, String orderNumber) {}

    record Message(String message) {}
}
