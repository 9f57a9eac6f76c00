package io.waybill.bench;

import java.util.Locale;

/** What the fake ERP offers against doing a write twice, as an endpoint profile claims it. */
enum ErpLevel {
    KEYED,
    FINDABLE,
    MANUAL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the customers' orders all come to an end by themselves. */
    boolean settlesByItself() {
        return this != MANUAL;
    }
}
