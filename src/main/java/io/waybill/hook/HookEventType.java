package io.waybill.hook;

import io.waybill.access.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What Waybill tells others about; the keys of types stand in programs of others and never change. */
public enum HookEventType {
    /** An order was made in a chat. */
    ORDER_CREATED("order.created", Scope.ORDERS_READ),
    /** An order came to a status. */
    ORDER_STATUS("order.status", Scope.ORDERS_READ),
    /** Something became of a payment. */
    PAYMENT_STATUS("payment.status", Scope.PAYMENTS_READ),
    /** A customer was sent a receipt. */
    RECEIPT_SENT("receipt.sent", Scope.ORDERS_READ),
    /** Time of a service is paid for, and has not begun. */
    SERVICE_READY("service.ready", Scope.SERVICES_READ),
    /** The first reply was accepted: the paid time runs. */
    SERVICE_STARTED("service.started", Scope.SERVICES_READ),
    /** The paid time is over. */
    SERVICE_EXPIRED("service.expired", Scope.SERVICES_READ),
    /** A customer said how it was. */
    FEEDBACK_GIVEN("feedback.given", Scope.MESSAGES_READ),
    /** A conversation waits for a person. */
    CONVERSATION_HANDOVER("conversation.handover", Scope.MESSAGES_READ),
    /** Somebody tries a hook out; comes to every hook when it is asked for. */
    PING("ping", Scope.HOOKS_MANAGE);

    private final String key;
    private final Scope scope;

    HookEventType(String key, Scope scope) {
        this.key = key;
        this.scope = scope;
    }

    /** As it stands in requests and in the body of an event. */
    public String key() {
        return key;
    }

    /** What an API key needs to be told of it. */
    Scope scope() {
        return scope;
    }

    /** Those that a hook can be made for. */
    static List<HookEventType> subscribable() {
        return Arrays.stream(values()).filter(type -> type != PING).toList();
    }

    static Optional<HookEventType> of(String key) {
        return Arrays.stream(values()).filter(type -> type.key.equals(key)).findFirst();
    }
}
