package io.waybill.conversation;

import io.waybill.checkout.CheckoutSettings;
import io.waybill.checkout.Placements;
import io.waybill.order.OrderDesk;

/** What {@link OrderPlacing} works with. */
record Placing(Placements placements, CodWording cod, OrderDesk desk, CheckoutSettings settings) {}
