package io.waybill.order;

import io.waybill.hook.HookEvents;
import io.waybill.order.OrderList.Row;
import io.waybill.order.OrderTimeline.Entry;
import io.waybill.order.OrderTimeline.Kind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people may ask for of an order, by what is known of it now. */
public final class OrderDesk {

    private final OrderList orders;
    private final OrderReferences references;
    private final OrderTimeline timeline;
    private final HookEvents hooks;
    private final OrderSettings settings;
    private final Clock clock;

    OrderDesk(
            OrderList orders,
            OrderReferences references,
            OrderTimeline timeline,
            HookEvents hooks,
            OrderSettings settings,
            Clock clock) {
        this.orders = orders;
        this.references = references;
        this.timeline = timeline;
        this.hooks = hooks;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param moves that may be asked for */
    public record Known(
            String externalOrderId,
            long contactId,
            OrderStatus status,
            PaymentStatus payment,
            @Nullable BigDecimal total,
            @Nullable String currency,
            Set<OrderStatus> moves) {}

    /** By the ERP's id of it, or its number. */
    public Optional<Known> find(String order) {
        return orders.one(order).map(Row::order).map(this::known);
    }

    /** As it is now, and nobody else changes it until the caller's transaction ends. */
    public Known hold(String externalOrderId) {
        return known(references.lock(externalOrderId).orElseThrow());
    }

    private Known known(OrderReference order) {
        return new Known(
                order.externalOrderId(),
                order.contactId(),
                order.status(),
                order.payment(),
                order.total(),
                order.currency(),
                settings.profile().moves(order.status()));
    }

    /** Keeps that {@code by} asked for something, in the caller's transaction. */
    public void asked(String externalOrderId, String what, String by) {
        add(externalOrderId, Kind.ASKED, what, by);
    }

    /** Keeps what became of a wish for money back, in the caller's transaction. */
    public void refund(String externalOrderId, String what, String by) {
        add(externalOrderId, Kind.REFUND, what, by);
    }

    /** Keeps that its customer is sent a receipt, and tells others, in the caller's transaction. */
    public void receipted(ChatOrder order, Instant paidAt) {
        timeline.add(new Entry(
                order.externalOrderId(),
                clock.instant(),
                Origin.FLOW.key(),
                Kind.RECEIPT,
                null,
                null,
                null,
                "A receipt was sent."));
        hooks.publish(OrderEvents.receipt(order, paidAt, clock.instant()));
    }

    /**
     * Keeps what became of a service in it, in the caller's transaction.
     *
     * @param at when it happened
     * @param by the person who did it; null: nobody
     */
    public void service(String externalOrderId, Instant at, String what, @Nullable String by) {
        Origin origin = by == null ? Origin.FLOW : Origin.STAFF;
        timeline.add(new Entry(externalOrderId, at, origin.key(), Kind.SERVICE, null, null, by, what));
    }

    private void add(String externalOrderId, Kind kind, String what, String by) {
        timeline.add(new Entry(externalOrderId, clock.instant(), Origin.STAFF.key(), kind, null, null, by, what));
    }
}
