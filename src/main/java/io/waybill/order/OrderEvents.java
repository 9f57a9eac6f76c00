package io.waybill.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import io.waybill.hook.HookEvent;
import io.waybill.hook.HookEventType;
import java.time.Instant;

/** What servers of integrators are told of orders. */
final class OrderEvents {

    private OrderEvents() {}

    /** The ERP has it. */
    static HookEvent created(OrderReference order, ChatOrder chat) {
        return event(
                HookEventType.ORDER_CREATED,
                order,
                chat,
                order.createdAt(),
                about(order)
                        .put("source", order.source().key())
                        .put("status", order.status().key())
                        .put("total", order.total())
                        .put("currency", order.currency()));
    }

    /** It has come to another status. */
    static HookEvent status(OrderReference order, ChatOrder chat) {
        return event(
                HookEventType.ORDER_STATUS,
                order,
                chat,
                order.statusAt(),
                about(order).put("status", order.status().key()).put("tracking_url", order.trackingUrl()));
    }

    /** Its payment has. */
    static HookEvent payment(OrderReference order, ChatOrder chat) {
        return event(
                HookEventType.PAYMENT_STATUS,
                order,
                chat,
                order.paymentAt(),
                about(order)
                        .put("status", order.payment().key())
                        .put("total", order.total())
                        .put("currency", order.currency()));
    }

    /** Its customer was sent a receipt. */
    static HookEvent receipt(ChatOrder chat, Instant paidAt, Instant now) {
        return HookEvent.of(
                HookEventType.RECEIPT_SENT,
                chat.externalOrderId(),
                chat.contactId(),
                chat.phoneNumberId(),
                now,
                Json.write(Json.object()
                        .put("external_order_id", chat.externalOrderId())
                        .put("order_number", chat.number())
                        .put("contact_id", chat.contactId())
                        .put("paid_at", paidAt.toString())));
    }

    /** Its customer says how it was. */
    static HookEvent feedback(ChatOrder chat, ObjectNode said, Instant now) {
        return HookEvent.of(
                HookEventType.FEEDBACK_GIVEN,
                chat.externalOrderId(),
                chat.contactId(),
                chat.phoneNumberId(),
                now,
                Json.write(Json.object()
                        .put("external_order_id", chat.externalOrderId())
                        .put("order_number", chat.number())
                        .put("contact_id", chat.contactId())
                        .setAll(said)));
    }

    private static HookEvent event(
            HookEventType type, OrderReference order, ChatOrder chat, Instant at, ObjectNode data) {
        return HookEvent.of(
                type, order.externalOrderId(), order.contactId(), chat.phoneNumberId(), at, Json.write(data));
    }

    private static ObjectNode about(OrderReference order) {
        return Json.object()
                .put("external_order_id", order.externalOrderId())
                .put("order_number", order.orderNumber())
                .put("contact_id", order.contactId());
    }
}
