package io.waybill.whatsapp;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The 24 hours after a customer's message in which anything may be sent; outside them only templates. */
public final class CustomerServiceWindow {

    // A message may wait a little in the outbox, and Meta's clock is not ours.
    private static final Duration LENGTH = Duration.ofHours(24).minusMinutes(1);

    private CustomerServiceWindow() {}

    /** When it closes after a message of the customer. */
    public static Instant ends(Instant lastCustomerMessageAt) {
        return lastCustomerMessageAt.plus(LENGTH);
    }

    public static boolean open(@Nullable Instant lastCustomerMessageAt, Instant now) {
        return lastCustomerMessageAt != null && now.isBefore(lastCustomerMessageAt.plus(LENGTH));
    }
}
