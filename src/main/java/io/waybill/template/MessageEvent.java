package io.waybill.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a customer can be told by a template of our own choice. */
public enum MessageEvent {
    ORDER_RECEIVED(false),
    ORDER_PENDING(false),
    ORDER_CONFIRMED(false),
    ORDER_PREPARING(false),
    ORDER_SHIPPED(false),
    ORDER_READY(false),
    ORDER_DELIVERED(false),
    ORDER_CANCELLED(false),
    /** Asks how the order was, once, some time after it was delivered. */
    ORDER_FEEDBACK(false),
    ORDER_COD_CONFIRM(true),
    ORDER_COD_REMINDER(true),
    SERVICE_RENEW(false);

    private final boolean flows;

    MessageEvent(boolean flows) {
        this.flows = flows;
    }

    /** As it stands in files and answers: {@code order.cod_confirm}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    /** The event with this key. */
    public static Optional<MessageEvent> of(String key) {
        return Arrays.stream(values()).filter(event -> event.key().equals(key)).findFirst();
    }

    /** Flows send it: which template, and with which values, stands in the flow. */
    boolean isSaidByFlows() {
        return flows;
    }
}
