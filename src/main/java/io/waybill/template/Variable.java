package io.waybill.template;

import java.util.Arrays;
import java.util.Optional;

/** What a placeholder can be filled with. */
public enum Variable {
    ORDER_NUMBER("order.number", Type.WORD, "SO-1001", "The order's number in the ERP."),
    ORDER_TOTAL(
            "order.total", Type.MONEY, "USD 42.50", "What the order costs, written as the customer's language does."),
    ORDER_STATUS("order.status", Type.TEXT, "on its way", "What has become of the order, in the customer's language."),
    ORDER_TRACKING_URL(
            "order.tracking_url",
            Type.URL,
            "https://track.example/p/SO-1001",
            "Where the parcel can be followed, as the ERP says with the status."),
    SERVICE_NAME(
            "service.name", Type.TEXT, "Consultation", "The service whose paid time is over; of service.renew alone."),
    SERVICE_MINUTES(
            "service.minutes", Type.WORD, "60", "How many minutes of it were paid for; of service.renew alone."),
    CUSTOMER_NAME("customer.name", Type.TEXT, "Amina", "What the customer is called on WhatsApp."),
    STORE_NAME("store.name", Type.TEXT, "Corner Shop", "waybill.store.name."),
    STORE_PICKUP_ADDRESS("store.pickup_address", Type.TEXT, "Kasarani Road 12", "waybill.store.pickup-address.");

    private final String key;
    private final Type type;
    private final String example;
    private final String description;

    Variable(String key, Type type, String example, String description) {
        this.key = key;
        this.type = type;
        this.example = example;
        this.description = description;
    }

    /** What a value looks like. */
    public enum Type {
        TEXT,
        /** Letters, digits and dashes: fits into an address. */
        WORD,
        MONEY,
        URL;

        boolean fitsIntoAddress() {
            return this == WORD || this == URL;
        }
    }

    public String key() {
        return key;
    }

    public Type type() {
        return type;
    }

    public String example() {
        return example;
    }

    String description() {
        return description;
    }

    /** Whether there can be a value for it when {@code event} is told of. */
    boolean isKnownOf(MessageEvent event) {
        boolean ofService = this == SERVICE_NAME || this == SERVICE_MINUTES;
        return !ofService || event == MessageEvent.SERVICE_RENEW;
    }

    static Optional<Variable> of(String key) {
        return Arrays.stream(values())
                .filter(variable -> variable.key.equals(key))
                .findFirst();
    }
}
