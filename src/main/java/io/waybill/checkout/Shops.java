package io.waybill.checkout;

import io.waybill.flow.World;

/** Knows what the business is to customers of each number of ours. */
@FunctionalInterface
public interface Shops {

    World.Store of(String phoneNumberId);
}
