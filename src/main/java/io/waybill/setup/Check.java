package io.waybill.setup;

import java.util.Locale;

/** What is looked at, in the order it is mended. */
public enum Check {
    /** A number is configured; without one the simulator answers. */
    CHANNEL,
    /** Graph answers. */
    GRAPH,
    CLOCK,
    VERSION,
    TOKEN,
    PERMISSIONS,
    NUMBER,
    /** The number is on the Cloud API. */
    REGISTRATION,
    DISPLAY_NAME,
    QUALITY,
    /** The number belongs to the business account that is configured. */
    ACCOUNT,
    /** Meta delivers what comes in. */
    SUBSCRIPTION,
    HANDSHAKE,
    WEBHOOK,
    SIGNATURE,
    /** A test message arrived. */
    ROUND_TRIP,
    /** What customers are told of can be sent. */
    TEMPLATES,
    /** What Meta's catalogue shows can be ordered. */
    CATALOGUE,
    /** What becomes of stock between cart and order. */
    STOCK;

    /** As it stands in answers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
