package io.waybill.order;

import java.time.Instant;

/** Hears that an order is paid, in the commit that knows it first. */
@FunctionalInterface
public interface PaidOrders {

    void paid(String externalOrderId, Instant at);
}
