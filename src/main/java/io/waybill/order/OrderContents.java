package io.waybill.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows what is in an order, as it was sent to the ERP. */
@FunctionalInterface
public interface OrderContents {

    /** By the ERP's id; empty for an order that was made elsewhere. */
    Optional<Contents> of(String externalOrderId);

    /**
     * @param address where it goes, as the customer wrote it; null: nobody said
     * @param paymentId the provider's; null: no payment was asked for
     * @param paymentMethod how it was paid, in words for the customer; null: nobody said
     * @param sentAt when it was sent to the ERP
     */
    record Contents(
            List<Item> items,
            BigDecimal subtotal,
            @Nullable BigDecimal delivery,
            BigDecimal total,
            String currency,
            @Nullable String address,
            boolean pickup,
            @Nullable String paymentId,
            @Nullable String paymentMethod,
            Instant sentAt) {}

    /**
     * @param externalProductId the ERP's
     * @param options each as the customer chose it
     * @param minutes the paid time of one, where it is a service; null: it is goods
     */
    record Item(
            String externalProductId,
            String name,
            List<String> options,
            int qty,
            BigDecimal unitPrice,
            @Nullable Integer minutes) {

        /** Of all of them. */
        public BigDecimal amount() {
            return unitPrice.multiply(BigDecimal.valueOf(qty));
        }

        /** Of all of them; empty for goods. */
        public Optional<Integer> paidMinutes() {
            return Optional.ofNullable(minutes).map(each -> Math.clamp((long) each * qty, 1, Integer.MAX_VALUE));
        }
    }
}
