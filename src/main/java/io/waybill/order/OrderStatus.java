package io.waybill.order;

import io.waybill.erp.OrderStatusListener.Unreadable;
import io.waybill.template.MessageEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an order comes to, in the words of the contract. */
public enum OrderStatus {
    RECEIVED("received", "reçue"),
    PENDING("pending", "en attente"),
    CONFIRMED("confirmed", "confirmée"),
    SHIPPED("shipped", "expédiée"),
    OUT_FOR_DELIVERY("out for delivery", "en cours de livraison"),
    READY("ready", "prête"),
    DELIVERED("delivered", "livrée"),
    CANCELLED("cancelled", "annulée");

    private final String english;
    private final String french;

    OrderStatus(String english, String french) {
        this.english = english;
        this.french = french;
    }

    /** As machines write it: {@code out_for_delivery}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Unreadable naming those there are */
    static OrderStatus of(String key) {
        String wanted = key.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(values())
                .filter(status -> status.key().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Unreadable("\"status\" is one of %s, not %s."
                        .formatted(
                                Arrays.stream(values()).map(OrderStatus::key).collect(Collectors.joining(", ")), key)));
    }

    MessageEvent event() {
        return MessageEvent.valueOf("ORDER_" + name());
    }

    String in(String language) {
        return language.startsWith("fr") ? french : english;
    }
}
