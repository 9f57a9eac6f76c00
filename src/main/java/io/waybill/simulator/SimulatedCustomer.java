package io.waybill.simulator;

import org.jspecify.annotations.Nullable;

/**
 * Somebody with a simulated phone.
 *
 * @param phone E.164 with plus; absent when the number is hidden from businesses
 * @param userId business-scoped user id
 */
public record SimulatedCustomer(
        String id, String name, @Nullable String phone, String userId) {}
