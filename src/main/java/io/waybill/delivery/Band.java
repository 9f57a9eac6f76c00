package io.waybill.delivery;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of the delivery table: {@code min} to {@code max} items (no {@code max}: and more) cost {@code charge}. */
public record Band(int min, @Nullable Integer max, BigDecimal charge) {

    /** As the currency with most of them, the Chilean unit of account. */
    private static final int MOST_DECIMALS = 4;

    private static final int MOST_DIGITS = 12;

    public Band {
        if (min < 1) {
            throw new IllegalArgumentException("A delivery band starts at 1 or more, not at %d.".formatted(min));
        }
        if (max != null && max < min) {
            throw new IllegalArgumentException("A delivery band cannot go from %d to %d.".formatted(min, max));
        }
        if (charge.signum() < 0) {
            throw new IllegalArgumentException("A delivery charge cannot be negative: %s.".formatted(charge));
        }
        if (charge.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException(
                    "No currency has as many decimals as the delivery charge %s.".formatted(charge));
        }
        if (charge.precision() - charge.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "A delivery charge has at most %d digits before the point.".formatted(MOST_DIGITS));
        }
        // Nothing but zeros: 0E-1000000 would be written out.
        charge = charge.scale() > MOST_DECIMALS ? charge.stripTrailingZeros() : charge;
    }

    boolean covers(int quantity) {
        return quantity >= min && (max == null || quantity <= max);
    }

    @Override
    public String toString() {
        return max == null ? "%d and more".formatted(min) : "%d to %d".formatted(min, max);
    }
}
