package io.waybill.order;

import io.waybill.template.MessageEvent;
import java.util.Arrays;
import java.util.Locale;
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

    /** @throws UnknownStatus naming those there are */
    static OrderStatus of(String key) {
        String wanted = key.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(values())
                .filter(status -> status.key().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UnknownStatus("\"status\" is one of %s, not %s."
                        .formatted(
                                Arrays.stream(values()).map(OrderStatus::key).collect(Collectors.joining(", ")), key)));
    }

    MessageEvent event() {
        return MessageEvent.valueOf("ORDER_" + name());
    }

    String in(String language) {
        return language.startsWith("fr") ? french : english;
    }

    /** There is no such status; the message says which there are. */
    static final class UnknownStatus extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownStatus(String message) {
            super(message);
        }
    }
}
