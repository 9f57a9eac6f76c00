package io.waybill.conversation;

import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.OnlyFor;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.catalog.ProductImages;
import io.waybill.expression.Money;
import io.waybill.media.Images;
import io.waybill.order.OrderContents;
import io.waybill.order.OrderContents.Contents;
import io.waybill.order.OrderDesk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what is in an order as it was sent to the ERP. */
@RestController
class OrderContentsController {

    private final OrderDesk desk;
    private final OrderContents contents;
    private final ProductImages pictures;

    OrderContentsController(OrderDesk desk, OrderContents contents, ProductImages pictures) {
        this.desk = desk;
        this.contents = contents;
        this.pictures = pictures;
    }

    /** @param sent null: the order was made elsewhere, so only the ERP knows */
    record OrderContentsView(@Nullable SentOrder sent) {}

    /**
     * What the ERP was sent by CREATE_ORDER.
     *
     * @param at when
     * @param address exactly as the customer wrote it; null: nobody said
     * @param delivery the charge; null: none was agreed on
     */
    record SentOrder(
            Instant at,
            List<SentLine> items,
            @OnlyFor(Permission.MONEY) @Nullable BigDecimal subtotal,
            @OnlyFor(Permission.MONEY) @Nullable BigDecimal delivery,
            @OnlyFor(Permission.MONEY) @Nullable BigDecimal total,
            String currency,
            @OnlyFor(Permission.PERSONAL_DATA) @Nullable String address,
            boolean pickup,
            @Nullable String paymentMethod) {}

    /**
     * @param amount of all of them
     * @param minutes the paid time of one, where it is a service
     * @param picture where a small picture of it is; null: none is attached to the product
     */
    record SentLine(
            String externalProductId,
            String name,
            List<String> options,
            int qty,
            @OnlyFor(Permission.MONEY) @Nullable BigDecimal unitPrice,
            @OnlyFor(Permission.MONEY) @Nullable BigDecimal amount,
            @Nullable Integer minutes,
            @Nullable String picture) {}

    @GetMapping("/api/v1/orders/{order}/contents")
    @ForApiKey(Scope.ORDERS_READ)
    @Needs(Permission.ORDERS_READ)
    OrderContentsView of(@PathVariable String order) {
        String id = OrderActionController.known(desk, order).externalOrderId();
        return new OrderContentsView(contents.of(id).map(this::view).orElse(null));
    }

    private SentOrder view(Contents sent) {
        Map<String, List<String>> attached = pictures.byProduct();
        return new SentOrder(
                sent.sentAt(),
                sent.items().stream()
                        .map(item -> line(item, sent.currency(), attached))
                        .toList(),
                plain(sent.subtotal(), sent.currency()),
                sent.delivery() == null ? null : plain(sent.delivery(), sent.currency()),
                plain(sent.total(), sent.currency()),
                sent.currency(),
                sent.address(),
                sent.pickup(),
                sent.paymentMethod());
    }

    private static SentLine line(OrderContents.Item item, String currency, Map<String, List<String>> attached) {
        return new SentLine(
                item.externalProductId(),
                item.name(),
                item.options(),
                item.qty(),
                plain(item.unitPrice(), currency),
                plain(item.amount(), currency),
                item.minutes(),
                attached.getOrDefault(item.externalProductId(), List.of()).stream()
                        .findFirst()
                        .map(Images::thumbnailPath)
                        .orElse(null));
    }

    /** With the decimals of its currency; what is read of a ledger has lost its zeros. */
    private static BigDecimal plain(BigDecimal amount, String currency) {
        return amount.setScale(Math.max(amount.scale(), Money.scale(currency)));
    }
}
