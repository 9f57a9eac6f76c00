package io.waybill.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import io.waybill.hook.HookEvent;
import io.waybill.hook.HookEventType;
import io.waybill.hook.HookEvents;
import io.waybill.order.OrderDesk;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells servers of integrators, and people who look at the order. */
final class PublishedNews implements ServiceNews {

    private final HookEvents hooks;
    private final OrderDesk desk;
    private final Clock clock;

    PublishedNews(HookEvents hooks, OrderDesk desk, Clock clock) {
        this.hooks = hooks;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public void ready(ServiceSession session) {
        publish(HookEventType.SERVICE_READY, session, session.readyAt());
    }

    @Override
    public void started(ServiceSession session) {
        Instant at = Objects.requireNonNull(session.startedAt());
        publish(HookEventType.SERVICE_STARTED, session, at);
        note(
                session,
                at,
                "The paid time of %s began: %d min.".formatted(session.productName(), session.paidMinutes()),
                null);
    }

    @Override
    public void expired(ServiceSession session) {
        Instant at = Objects.requireNonNull(session.expiresAt());
        publish(HookEventType.SERVICE_EXPIRED, session, at);
        note(session, at, "The paid time of %s is over.".formatted(session.productName()), null);
    }

    @Override
    public void closed(ServiceSession session, String by, @Nullable String reason) {
        Instant now = clock.instant();
        String what = "The service %s was closed while it was %s.%s"
                .formatted(session.productName(), session.state(now).key(), reason == null ? "" : " " + reason);
        note(session, now, what, by);
    }

    private void note(ServiceSession session, Instant at, String what, @Nullable String by) {
        desk.service(session.externalOrderId(), at, what, by);
    }

    private void publish(HookEventType type, ServiceSession session, Instant at) {
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
        hooks.publish(HookEvent.of(
                type, "service-" + session.id(), session.contactId(), session.phoneNumberId(), at, Json.write(data)));
    }
}
