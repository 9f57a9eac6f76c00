package io.waybill.order;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an order is paid: the second axis beside its {@link OrderStatus}. */
public enum PaymentStatus {
    UNPAID,
    REQUESTED,
    FAILED,
    PAID,
    REFUNDED;

    /** As machines write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PaymentStatus> of(String key) {
        return Arrays.stream(values())
                .filter(status -> status.key().equals(key))
                .findFirst();
    }

    /** Whether an order can come from this to {@code next}, with what may have happened in between. */
    boolean reaches(PaymentStatus next) {
        return switch (this) {
            case UNPAID, REQUESTED, FAILED -> next != UNPAID;
            case PAID -> next == REFUNDED;
            case REFUNDED -> false;
        };
    }
}
