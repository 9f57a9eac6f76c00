package io.waybill.order;

import java.time.Instant;

/** Hears that an order is delivered, in the commit that knows it first. */
@FunctionalInterface
public interface DeliveredOrders {

    void delivered(String externalOrderId, Instant at);
}
