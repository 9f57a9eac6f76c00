package io.waybill.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something the demo shop sells.
 *
 * @param price of one; null while it has none
 * @param percentOffFromTen off the price when ten or more are bought
 * @param options what has to be chosen of it
 * @param minutes of somebody's time, where it is a service; null: it is goods
 */
record DemoProduct(
        String id,
        String name,
        String description,
        @Nullable BigDecimal price,
        int percentOffFromTen,
        boolean active,
        List<Option> options,
        @Nullable Integer minutes) {

    /** Goods. */
    DemoProduct(
            String id,
            String name,
            String description,
            @Nullable BigDecimal price,
            int percentOffFromTen,
            boolean active,
            List<Option> options) {
        this(id, name, description, price, percentOffFromTen, active, options, null);
    }

    /** Something to choose, such as a colour, and what there is to choose from. */
    record Option(String name, List<String> values) {}

    static final String CURRENCY = "KES";
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Its name with what was chosen of it; empty when something is not, or cannot be. */
    Optional<String> called(Map<String, String> chosen) {
        boolean complete = chosen.size() == options.size()
                && options.stream().allMatch(option -> option.values().contains(chosen.get(option.name())));
        if (!complete) {
            return Optional.empty();
        }
        String values =
                options.stream().map(option -> chosen.get(option.name())).collect(Collectors.joining(", "));
        return Optional.of(values.isEmpty() ? name : "%s (%s)".formatted(name, values));
    }

    /** What one costs when {@code qty} are bought. */
    Optional<BigDecimal> unitPrice(BigDecimal qty) {
        if (price == null || qty.compareTo(TEN) < 0) {
            return Optional.ofNullable(price);
        }
        BigDecimal percent = HUNDRED.subtract(BigDecimal.valueOf(percentOffFromTen));
        return Optional.of(price.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP));
    }
}
