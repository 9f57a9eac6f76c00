package io.waybill.order;

import static io.waybill.order.OrderStatus.CANCELLED;
import static io.waybill.order.OrderStatus.CONFIRMED;
import static io.waybill.order.OrderStatus.DELIVERED;
import static io.waybill.order.OrderStatus.PENDING;
import static io.waybill.order.OrderStatus.PREPARING;
import static io.waybill.order.OrderStatus.READY;
import static io.waybill.order.OrderStatus.RECEIVED;
import static io.waybill.order.OrderStatus.SHIPPED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which status of an order may follow which. */
public enum OrderProfile {
    /** Five statuses: pay on delivery, and nothing in between. */
    COD(Map.of(
            PENDING, EnumSet.of(CONFIRMED, CANCELLED),
            CONFIRMED, EnumSet.of(SHIPPED, CANCELLED),
            SHIPPED, EnumSet.of(DELIVERED))),
    /** With preparing, and pick-up. */
    FULL(Map.of(
            RECEIVED, EnumSet.of(PENDING, CONFIRMED, CANCELLED),
            PENDING, EnumSet.of(CONFIRMED, CANCELLED),
            CONFIRMED, EnumSet.of(PREPARING, READY, SHIPPED, CANCELLED),
            PREPARING, EnumSet.of(READY, SHIPPED, CANCELLED),
            READY, EnumSet.of(DELIVERED, CANCELLED),
            SHIPPED, EnumSet.of(DELIVERED)));

    private final Map<OrderStatus, Set<OrderStatus>> moves;

    OrderProfile(Map<OrderStatus, Set<OrderStatus>> moves) {
        this.moves = new EnumMap<>(moves);
    }

    /** What may be asked for from here. */
    public Set<OrderStatus> moves(OrderStatus from) {
        return Set.copyOf(moves.getOrDefault(from, Set.of()));
    }

    /** Whether an order can have come from one to the other, also by moves that nobody told of. */
    boolean reaches(OrderStatus from, OrderStatus to) {
        return moves(from).stream().anyMatch(next -> next == to || reaches(next, to));
    }
}
