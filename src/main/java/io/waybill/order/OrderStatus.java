package io.waybill.order;

import io.waybill.template.MessageEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an order comes to, in the words of the contract. */
public enum OrderStatus {
    RECEIVED("received", "reçue"),
    PENDING("pending", "en attente"),
    CONFIRMED("confirmed", "confirmée"),
    PREPARING("being prepared", "en préparation"),
    SHIPPED("shipped", "expédiée"),
    READY("ready", "prête"),
    DELIVERED("delivered", "livrée"),
    CANCELLED("cancelled", "annulée");

    private final String english;
    private final String french;

    OrderStatus(String english, String french) {
        this.english = english;
        this.french = french;
    }

    /** As machines write it: {@code preparing}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As {@link #key} or as people write it. */
    public static Optional<OrderStatus> named(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        return Arrays.stream(values())
                .filter(status -> status.key().equals(wanted))
                .findFirst();
    }

    /** All there are, for people. */
    public static String keys() {
        return Arrays.stream(values()).map(OrderStatus::key).collect(Collectors.joining(", "));
    }

    /** As it stands in a table. */
    static OrderStatus of(String key) {
        return named(key).orElseThrow(() -> new IllegalStateException("There is no status %s.".formatted(key)));
    }

    MessageEvent event() {
        return MessageEvent.valueOf("ORDER_" + name());
    }

    String in(String language) {
        return language.startsWith("fr") ? french : english;
    }
}
