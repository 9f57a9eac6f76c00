package io.waybill.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import io.waybill.hook.HookEvent;
import io.waybill.hook.HookEventType;
import java.time.Instant;

/** What servers of integrators are told of orders. */
public final class OrderEvents {

    private OrderEvents() {}

    /**
     * The ERP has taken an order.
     *
     * @param key of the write, so that its end is told of once however it was found
     */
    public static HookEvent created(ChatOrder order, String key, Instant now) {
        ObjectNode data = about(order).put("total", order.total()).put("currency", order.currency());
        return new HookEvent(
                "evt_" + key,
                HookEventType.ORDER_CREATED,
                order.externalOrderId(),
                order.contactId(),
                order.phoneNumberId(),
                now,
                Json.write(data));
    }

    /** Only the first report of a status is one, as for the customer. */
    static HookEvent status(ChatOrder order, OrderNotice notice) {
        ObjectNode data = about(order).put("status", notice.status().key()).put("tracking_url", notice.trackingUrl());
        return HookEvent.of(
                HookEventType.ORDER_STATUS,
                order.externalOrderId(),
                order.contactId(),
                order.phoneNumberId(),
                notice.at(),
                Json.write(data));
    }

    private static ObjectNode about(ChatOrder order) {
        return Json.object()
                .put("external_order_id", order.externalOrderId())
                .put("order_number", order.number())
                .put("contact_id", order.contactId());
    }
}
