package io.waybill.delivery;

import io.waybill.home.Misconfigured;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.delivery.*}: the delivery table a shop begins with.
 *
 * @param bands none means free delivery
 */
@ConfigurationProperties("waybill.delivery")
record DeliveryProperties(@DefaultValue List<Row> bands) {

    private static final String PROPERTY = "waybill.delivery.bands";

    /** @throws Misconfigured naming the property that is wrong */
    DeliveryCharges charges() {
        List<Band> checked = new ArrayList<>();
        for (Row row : bands) {
            checked.add(row.band("%s[%d]".formatted(PROPERTY, checked.size())));
        }
        try {
            return new DeliveryCharges(checked);
        } catch (IllegalArgumentException e) {
            throw new Misconfigured(PROPERTY + ": " + e.getMessage(), e);
        }
    }

    /** One row of the delivery table as it was written, where anything may be missing. */
    record Row(
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable BigDecimal charge) {

        private Band band(String property) {
            if (min == null) {
                throw new Misconfigured(property + ".min is missing: the least quantity the charge is for.");
            }
            if (charge == null) {
                throw new Misconfigured(property + ".charge is missing; free delivery is 0.");
            }
            try {
                return new Band(min, max, charge);
            } catch (IllegalArgumentException e) {
                throw new Misconfigured(property + ": " + e.getMessage(), e);
            }
        }
    }
}
