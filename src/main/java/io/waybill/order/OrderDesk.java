package io.waybill.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.hook.HookEvents;
import io.waybill.order.OrderList.Row;
import io.waybill.order.OrderTimeline.Entry;
import io.waybill.order.OrderTimeline.Kind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
            @Nullable String trackingUrl,
            @Nullable String assignee,
            Set<OrderStatus> moves) {}

    /** @param before who had it; null: nobody */
    public record Assigned(boolean changed, @Nullable String before) {}

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
                order.trackingUrl(),
                order.assignee(),
                settings.profile().moves(order.status()));
    }

    /** Gives it to somebody, in the caller's transaction; null: to nobody. */
    public Assigned assign(String externalOrderId, @Nullable String to, String by) {
        String before = references.lock(externalOrderId).orElseThrow().assignee();
        if (Objects.equals(before, to)) {
            return new Assigned(false, before);
        }
        references.assign(externalOrderId, to);
        assigned(externalOrderId, before, to, by);
        return new Assigned(true, before);
    }

    /** The same with all of a customer's that are not over and that nobody has; which those were. */
    public List<String> assignLoose(long contactId, String to, String by) {
        List<String> loose = references.assignLoose(contactId, to);
        loose.forEach(order -> assigned(order, null, to, by));
        return loose;
    }

    private void assigned(String externalOrderId, @Nullable String before, @Nullable String to, String by) {
        timeline.add(
                new Entry(externalOrderId, clock.instant(), Origin.STAFF.key(), Kind.ASSIGNED, before, to, by, null));
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

    /** Keeps that {@code by} had its receipt sent once more, in the caller's transaction. */
    public void receiptedAgain(String externalOrderId, String by) {
        add(externalOrderId, Kind.RECEIPT, "The receipt was sent again.", by);
    }

    /**
     * Keeps what its customer says of it, and tells others, in the caller's transaction.
     *
     * @param data of the event, beside what the order is called
     */
    public void rated(ChatOrder order, String what, ObjectNode data) {
        timeline.add(new Entry(
                order.externalOrderId(), clock.instant(), Origin.FLOW.key(), Kind.FEEDBACK, null, null, null, what));
        hooks.publish(OrderEvents.feedback(order, data, clock.instant()));
    }

    /** Keeps that its customer was asked how it was, in the caller's transaction. */
    public void askedForFeedback(String externalOrderId, String how) {
        timeline.add(
                new Entry(externalOrderId, clock.instant(), Origin.FLOW.key(), Kind.FEEDBACK, null, null, null, how));
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
