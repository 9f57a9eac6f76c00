package io.waybill.receipt;

import io.waybill.order.ChatOrder;
import io.waybill.order.OrderContents.Contents;
import io.waybill.order.OrderContents.Item;
import io.waybill.receipt.Receipt.Handover;
import io.waybill.receipt.Receipt.Heading;
import io.waybill.receipt.Receipt.Line;
import io.waybill.receipt.Receipt.Payment;
import io.waybill.receipt.Receipt.Work;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** Makes the receipt of an order of what is known of it. */
final class OrderReceipt {

    private OrderReceipt() {}

    static Receipt of(
            ChatOrder order, Contents contents, Instant paidAt, Branding branding, ZoneId zone, ItemPictures pictures) {
        Heading heading = new Heading(
                Objects.requireNonNullElse(order.number(), order.externalOrderId()),
                paidAt,
                zone,
                Objects.requireNonNullElse(order.customerName(), ""),
                new Payment(contents.paymentMethod(), null, contents.paymentId(), contents.total(), paidAt),
                contents.currency(),
                Objects.requireNonNullElse(order.language(), "en"),
                branding);
        boolean goods = contents.items().stream().anyMatch(item -> item.minutes() == null);
        return !goods && !contents.items().isEmpty() ? services(heading, contents) : goods(heading, contents, pictures);
    }

    private static Receipt services(Heading heading, Contents contents) {
        return new Receipt.Service(
                heading,
                contents.items().stream()
                        .map(item ->
                                new Work(described(item), item.paidMinutes().orElse(null), item.amount()))
                        .toList(),
                contents.total());
    }

    private static Receipt goods(Heading heading, Contents contents, ItemPictures pictures) {
        List<Line> lines = contents.items().stream()
                .map(item -> new Line(
                        item.name(),
                        item.options(),
                        item.qty(),
                        item.unitPrice(),
                        item.amount(),
                        pictures.of(item.externalProductId()).orElse(null),
                        item.paidMinutes().orElse(null)))
                .toList();
        return new Receipt.Product(
                heading,
                contents.pickup()
                        ? new Handover.PickUp(contents.address())
                        : new Handover.Delivery(Objects.requireNonNullElse(contents.address(), "")),
                lines,
                contents.subtotal(),
                contents.delivery(),
                contents.total());
    }

    private static String described(Item item) {
        return item.qty() == 1 ? item.name() : "%d × %s".formatted(item.qty(), item.name());
    }
}
