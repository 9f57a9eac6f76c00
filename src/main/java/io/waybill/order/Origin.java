package io.waybill.order;

import java.util.Locale;

/** Who says what became of an order. */
public enum Origin {
    /** Its customer's conversation did it: the flow says so itself. */
    FLOW,
    /** Somebody at the console asked the ERP for it. */
    STAFF,
    /** The ERP told by itself. */
    ERP,
    /** The ERP said so when it was asked. */
    POLL;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nobody else tells the customer. */
    boolean isNews() {
        return this != FLOW;
    }
}
