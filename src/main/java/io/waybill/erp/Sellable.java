package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** What a product of LIST_PRODUCTS needs to be sold: a price, and paid time where it is a service. */
public final class Sellable {

    /** The {@code kind} of what is time with a person; everything else is goods. */
    public static final String SERVICE = "service";

    private static final String NO_PRICE = "No ERP base price available";
    private static final String NO_DURATION =
            "No duration available: the ERP lists it as a service without duration_minutes, a whole number of minutes";
    private static final BigDecimal LONGEST = BigDecimal.valueOf(525_600);

    private Sellable() {}

    /** Why customers cannot be shown it; empty: they can. */
    public static Optional<String> problem(JsonNode product) {
        if (!product.path("price").isNumber()) {
            return Optional.of(NO_PRICE);
        }
        return isService(product) && minutes(product).isEmpty() ? Optional.of(NO_DURATION) : Optional.empty();
    }

    public static boolean isService(JsonNode product) {
        return SERVICE.equals(product.path("kind").textValue());
    }

    /** The paid minutes of one; empty for goods, and for a service that has none. */
    public static Optional<Integer> minutes(JsonNode product) {
        return isService(product) ? duration(product) : Optional.empty();
    }

    /** {@code duration_minutes} of {@code row}, where it is a whole number of minutes that can be sold. */
    public static Optional<Integer> duration(JsonNode row) {
        JsonNode minutes = row.path("duration_minutes");
        if (!minutes.isNumber()) {
            return Optional.empty();
        }
        BigDecimal value = minutes.decimalValue();
        boolean whole = value.signum() > 0
                && value.compareTo(LONGEST) <= 0
                && value.stripTrailingZeros().scale() <= 0;
        return whole ? Optional.of(value.intValueExact()) : Optional.empty();
    }
}
