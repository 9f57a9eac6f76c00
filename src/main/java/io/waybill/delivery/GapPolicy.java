package io.waybill.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** What becomes of an order whose quantity no delivery band covers. */
public enum GapPolicy {
    /** A person decides. */
    @JsonProperty("refuse")
    REFUSE,
    /** Delivery costs nothing. */
    @JsonProperty("no_charge")
    NO_CHARGE;

    /** As it stands in the table, in recordings and in answers. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static GapPolicy of(String key) {
        return Arrays.stream(values())
                .filter(policy -> policy.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No policy for gaps: " + key));
    }
}
