package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The product that prices and the test order are about.
 *
 * @param price in the list; null when it has none there
 * @param currency in the list; empty when it has none there
 */
record Goods(String id, String name, @Nullable BigDecimal price, String currency) {

    /** Rather one with a price and without options: those would have to be chosen. */
    static Optional<Goods> of(List<ObjectNode> rows, @Nullable String wanted) {
        Optional<Goods> listed = rows.stream()
                .filter(row -> Rows.id(row).isPresent())
                .filter(row -> wanted == null
                        ? Rows.isActive(row)
                        : wanted.equals(Rows.id(row).orElseThrow()))
                .min(Comparator.comparing((ObjectNode row) -> Rows.price(row).isEmpty())
                        .thenComparing(row -> !row.path("options").isEmpty()))
                .map(Goods::of);
        return listed.or(() -> Optional.ofNullable(wanted).map(id -> new Goods(id, id, null, "")));
    }

    private static Goods of(ObjectNode row) {
        String id = Rows.id(row).orElseThrow();
        return new Goods(
                id,
                row.path("name").asText(id),
                Rows.price(row).map(price -> price.decimalValue()).orElse(null),
                row.path("currency").asText(""));
    }
}
