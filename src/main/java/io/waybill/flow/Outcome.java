package io.waybill.flow;

import java.util.Locale;

/** How a step went otherwise than well; a flow branches on it by the name in lower case. */
public enum Outcome {
    EMPTY,
    REFUSED,
    DOWN,
    UNKNOWN,
    INVALID,
    SILENCE;

    /** True for what the customer did or did not do; nothing has failed then that could be tried again. */
    boolean isOfTheCustomer() {
        return this == INVALID || this == SILENCE;
    }

    static Outcome named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
