package io.waybill.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import io.waybill.hook.HookEvent;
import io.waybill.hook.HookEventType;
import java.time.Instant;

/** What servers of integrators are told of services. */
final class ServiceEvents {

    private ServiceEvents() {}

    static HookEvent of(HookEventType type, ServiceSession session, Instant at) {
        ObjectNode data = Json.object()
                .put("service_id", session.id())
                .put("external_order_id", session.externalOrderId())
                .put("order_number", session.orderNumber())
                .put("external_product_id", session.externalProductId())
                .put("name", session.productName())
                .put("contact_id", session.contactId())
                .put("paid_minutes", session.paidMinutes());
        if (session.startedAt() != null && session.expiresAt() != null) {
            data.put("started_at", session.startedAt().toString())
                    .put("expires_at", session.expiresAt().toString());
        }
        return HookEvent.of(
                type, "service-" + session.id(), session.contactId(), session.phoneNumberId(), at, Json.write(data));
    }
}
