package io.waybill.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something the demo shop sells.
 *
 * @param price of one; null while it has none
 * @param percentOffFromTen off the price when ten or more are bought
 */
record DemoProduct(
        String id,
        String name,
        String description,
        @Nullable BigDecimal price,
        int percentOffFromTen,
        boolean active) {

    static final String CURRENCY = "KES";
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What one costs when {@code qty} are bought. */
    Optional<BigDecimal> unitPrice(BigDecimal qty) {
        if (price == null || qty.compareTo(TEN) < 0) {
            return Optional.ofNullable(price);
        }
        BigDecimal percent = HUNDRED.subtract(BigDecimal.valueOf(percentOffFromTen));
        return Optional.of(price.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP));
    }
}
