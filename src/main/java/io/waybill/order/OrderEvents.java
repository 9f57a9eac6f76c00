package io.waybill.order;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.hook.HookEvent;
import io.waybill.hook.HookEventType;

/** What servers of integrators are told of orders. */
final class OrderEvents {

    private OrderEvents() {}

    /** Only the first report of a status is one, as for the customer. */
    static HookEvent status(ChatOrder order, OrderNotice notice) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("external_order_id", order.externalOrderId())
                .put("order_number", order.number())
                .put("contact_id", order.contactId())
                .put("status", notice.status().key())
                .put("tracking_url", notice.trackingUrl());
        return HookEvent.of(
                HookEventType.ORDER_STATUS,
                order.externalOrderId(),
                order.contactId(),
                order.phoneNumberId(),
                notice.at(),
                data.toString());
    }
}
