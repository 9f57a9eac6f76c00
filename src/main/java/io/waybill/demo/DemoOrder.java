package io.waybill.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands in the books of the demo ERP.
 *
 * @param paid whether all of it is paid for
 * @param clientReference what the gateway called it
 */
public record DemoOrder(
        String orderNumber,
        String externalOrderId,
        Customer customer,
        String status,
        boolean paid,
        BigDecimal delivery,
        BigDecimal total,
        String currency,
        List<Item> items,
        @Nullable String note,
        @Nullable String address,
        @Nullable String clientReference,
        Instant createdAt) {

    /** Who ordered; without a phone number when WhatsApp hides it. */
    public record Customer(
            String externalCustomerId,
            String name,
            @Nullable String phone) {}

    /** One line; {@code unitPrice} is the price of the ERP for this quantity. */
    public record Item(String productId, String name, BigDecimal qty, BigDecimal unitPrice, BigDecimal total) {}
}
