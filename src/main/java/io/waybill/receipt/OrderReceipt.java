package io.waybill.receipt;

import io.waybill.order.ChatOrder;
import io.waybill.order.OrderContents.Contents;
import io.waybill.receipt.Receipt.Handover;
import io.waybill.receipt.Receipt.Heading;
import io.waybill.receipt.Receipt.Line;
import io.waybill.receipt.Receipt.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** Makes the receipt of an order of what is known of it. */
final class OrderReceipt {

    private OrderReceipt() {}

    static Receipt of(ChatOrder order, Contents contents, Instant paidAt, Branding branding, ZoneId zone) {
        List<Line> lines = contents.items().stream()
                .map(item -> new Line(
                        item.name(),
                        item.options(),
                        item.qty(),
                        item.unitPrice(),
                        item.unitPrice().multiply(BigDecimal.valueOf(item.qty())),
                        null))
                .toList();
        return new Receipt.Product(
                new Heading(
                        Objects.requireNonNullElse(order.number(), order.externalOrderId()),
                        paidAt,
                        zone,
                        Objects.requireNonNullElse(order.customerName(), ""),
                        new Payment(contents.paymentMethod(), null, contents.paymentId(), contents.total(), paidAt),
                        contents.currency(),
                        Objects.requireNonNullElse(order.language(), "en"),
                        branding),
                contents.pickup()
                        ? new Handover.PickUp(contents.address())
                        : new Handover.Delivery(Objects.requireNonNullElse(contents.address(), "")),
                lines,
                contents.subtotal(),
                contents.delivery(),
                contents.total());
    }
}
