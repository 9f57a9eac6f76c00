package io.waybill.flow;

import java.util.Locale;

/** How a step went otherwise than planned; a flow branches on it by the name in lower case. */
public enum Outcome {
    EMPTY,
    REFUSED,
    DOWN,
    UNKNOWN,
    INVALID,
    SILENCE,
    /** While its question stands, a payment provider says that something happened to a payment. */
    PAYMENT;

    /** True for what the customer did or did not do; nothing has failed then that could be tried again. */
    boolean isOfTheCustomer() {
        return this == INVALID || this == SILENCE || this == PAYMENT;
    }

    static Outcome named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
