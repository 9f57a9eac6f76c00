package io.waybill.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.waybill.checkout.Placement.Made;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order that somebody posted.
 *
 * @param reference ours, with which our keys at the ERP begin
 * @param state made, pending, unknown (Waybill finds out), manual (a person has to), refused or down (certainly not made)
 * @param clientReference what it is called at the ERP
 * @param total that was agreed on
 * @param erpTotal where the ERP says another
 * @param link opens the chat of an order of a website
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlacementView(
        String reference,
        String state,
        @Nullable String externalOrderId,
        @Nullable String orderNumber,
        @Nullable String status,
        @Nullable String clientReference,
        BigDecimal total,
        String currency,
        @Nullable BigDecimal erpTotal,
        long contactId,
        @Nullable String link,
        @Nullable String reason) {

    static PlacementView of(Placement placement, OrderLinks links) {
        Made order = placement.order();
        return new PlacementView(
                placement.id(),
                placement.outcome().key(),
                order == null ? null : order.externalOrderId(),
                order == null ? null : order.orderNumber(),
                order == null ? null : order.status(),
                order == null ? null : placement.key(Placement.Step.ORDER),
                placement.wanted().quote().total(),
                placement.wanted().quote().currency(),
                placement.otherTotal().orElse(null),
                placement.contactId(),
                order == null || !placement.hasLink() ? null : links.to(placement, order),
                placement.reason());
    }
}
