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

    static Outcome named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
