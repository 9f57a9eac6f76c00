package io.waybill.order;

import io.waybill.template.Mapping;
import io.waybill.template.MessageEvent;
import io.waybill.template.RealExample;
import io.waybill.whatsapp.MetaTemplate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills templates with what is known of an order, as news of it are filled. */
final class OrderExample implements RealExample {

    private final OrderBook orders;
    private final OrderReferences references;

    OrderExample(OrderBook orders, OrderReferences references) {
        this.orders = orders;
        this.references = references;
    }

    @Override
    public Optional<Filling> of(Mapping mapping, MetaTemplate text, String externalOrderId) {
        return orders.find(externalOrderId)
                .map(order -> NewsWording.example(
                        order,
                        mapping,
                        text,
                        status(mapping.event()),
                        references
                                .find(externalOrderId)
                                .map(OrderReference::trackingUrl)
                                .orElse(null)));
    }

    private static @Nullable OrderStatus status(MessageEvent event) {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> status.event() == event)
                .findFirst()
                .orElse(null);
    }
}
