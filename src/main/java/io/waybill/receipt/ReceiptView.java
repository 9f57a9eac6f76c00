package io.waybill.receipt;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a template can name: every value of a receipt as text, written as the customer's language does.
 *
 * @param direction {@code ltr} or {@code rtl}
 * @param words those of the language, by key
 * @param delivery what it costs; null where nothing is said of it
 * @param address null for goods that are fetched, and for work
 * @param pickup null for goods that are brought; empty where the store says no place
 * @param lines of goods; empty for work
 * @param works empty for goods
 */
record ReceiptView(
        String language,
        String direction,
        Map<String, String> words,
        Store store,
        String number,
        String date,
        String customer,
        @Nullable String address,
        @Nullable Pickup pickup,
        List<Line> lines,
        List<Work> works,
        @Nullable String subtotal,
        @Nullable String delivery,
        String total,
        @Nullable Payment payment) {

    /** @param logo as an address for {@code img} */
    record Store(
            String name,
            @Nullable String tagline,
            @Nullable String footer,
            @Nullable String logo) {}

    record Pickup(@Nullable String place) {}

    /** @param picture as an address for {@code img} */
    record Line(
            String name,
            List<String> options,
            String quantity,
            String price,
            String amount,
            @Nullable String picture) {}

    record Work(String description, @Nullable String duration, String amount) {}

    record Payment(
            @Nullable String method,
            @Nullable String provider,
            @Nullable String reference,
            String amount,
            String date) {}
}
