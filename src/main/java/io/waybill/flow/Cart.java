package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.Sellable;
import io.waybill.expression.ExpressionFailure;
import io.waybill.expression.Json;
import io.waybill.expression.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is about to order. Amounts are exact decimals in one currency.
 *
 * @param submitted an order was or may have been made of it, so it must not be ordered again
 * @param pickup the customer fetches it: nothing is charged for delivery
 */
public record Cart(List<Line> lines, @Nullable String currency, boolean submitted, boolean pickup) {

    static final int MAX_LINES = 100;
    static final int MAX_QTY = 1_000_000;

    private static final Cart EMPTY = new Cart(List.of(), null, false, false);

    public Cart {
        lines = List.copyOf(lines);
    }

    public static Cart empty() {
        return EMPTY;
    }

    /**
     * @param product as the ERP lists it
     * @param options what was chosen of the product's options; a part of what makes two lines different
     * @param unitPrice the listed or quoted price; null when none is known
     * @param quotedFor the quantity the ERP quoted {@code unitPrice} for; 0: not quoted
     * @param seenPrice the price that the customer saw last; null: none yet
     * @param stock how many the ERP had when it was asked last; null: it does not say
     */
    public record Line(
            ObjectNode product,
            @Nullable JsonNode options,
            int qty,
            @Nullable BigDecimal unitPrice,
            int quotedFor,
            @Nullable BigDecimal seenPrice,
            @Nullable BigDecimal stock) {

        String productId() {
            return product.path("id").asText();
        }

        String name() {
            String name = product.path("name").asText();
            String chosen = chosen();
            return (name.isBlank() ? productId() : name) + (chosen.isEmpty() ? "" : " (" + chosen + ")");
        }

        /** As the customer reads it, with the time that is paid for where it is a service. */
        public String label() {
            return Sellable.minutes(product)
                    .map(minutes -> "%s (%d min)".formatted(name(), minutes))
                    .orElseGet(this::name);
        }

        /** The chosen options in words: {@code Large, Red}. */
        private String chosen() {
            if (options == null) {
                return "";
            }
            return StreamSupport.stream(options.spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining(", "));
        }

        boolean isQuoted() {
            return unitPrice != null && quotedFor == qty;
        }

        /** Rounded once, here, to what can be paid in {@code currency}. */
        Optional<BigDecimal> total(String currency) {
            return Optional.ofNullable(unitPrice).map(price -> Money.times(price, qty, currency));
        }

        /** True when the price has moved since the customer saw it. */
        boolean isRepriced() {
            return seenPrice != null && unitPrice != null && seenPrice.compareTo(unitPrice) != 0;
        }

        /** True when the ERP has fewer than the customer wants. */
        boolean isShort() {
            return stock != null && stock.compareTo(BigDecimal.valueOf(qty)) < 0;
        }

        /** As many as there are. */
        int left() {
            return stock == null ? qty : Math.min(qty, Math.max(0, stock.intValue()));
        }

        private Line withQty(int newQty) {
            return new Line(product, options, newQty, unitPrice, quotedFor, seenPrice, stock);
        }

        private Line seen() {
            return new Line(product, options, qty, unitPrice, quotedFor, unitPrice, stock);
        }

        private Line quoted(BigDecimal price, @Nullable BigDecimal left) {
            return new Line(product, options, qty, price, qty, seenPrice, left == null ? stock : left);
        }

        private boolean isSame(JsonNode otherProduct, @Nullable JsonNode otherOptions) {
            return productId().equals(otherProduct.path("id").asText()) && Objects.equals(options, otherOptions);
        }
    }

    /** One more line, or a greater quantity of the line with the same product and options. The price listed is the one seen. */
    Cart add(JsonNode product, int qty, @Nullable JsonNode options) {
        return add(product, qty, options, null);
    }

    /** @param seenPrice that the customer saw, where that was not the one listed */
    Cart add(JsonNode product, int qty, @Nullable JsonNode options, @Nullable BigDecimal seenPrice) {
        if (!(product instanceof ObjectNode object)
                || product.path("id").asText().isEmpty()) {
            throw new ExpressionFailure("What goes into the cart is no product: it has no id.");
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isSame(product, options)) {
                return replace(
                        i, lines.get(i).withQty(checked((long) lines.get(i).qty() + qty)));
            }
        }
        if (lines.size() >= MAX_LINES) {
            throw new ExpressionFailure("A cart holds %d lines at most.".formatted(MAX_LINES));
        }
        BigDecimal price = product.path("price").isNumber() ? amount(product.path("price")) : null;
        String priceCurrency = product.path("currency").textValue();
        List<Line> more = new ArrayList<>(lines);
        BigDecimal stock = product.path("stock").isNumber()
                ? Json.bounded(product.path("stock").decimalValue())
                : null;
        more.add(new Line(object, options, checked(qty), price, 0, seenPrice == null ? price : seenPrice, stock));
        return new Cart(more, sameCurrency(priceCurrency), submitted, pickup);
    }

    Cart change(int index, int qty) {
        return replace(index, line(index).withQty(checked(qty)));
    }

    Cart remove(Set<Integer> indexes) {
        indexes.forEach(this::line);
        List<Line> fewer = IntStream.range(0, lines.size())
                .filter(index -> !indexes.contains(index))
                .mapToObj(lines::get)
                .toList();
        return new Cart(fewer, fewer.isEmpty() ? null : currency, submitted, pickup);
    }

    /** What the customer was shown is what was seen from now on. */
    Cart seen() {
        return new Cart(lines.stream().map(Line::seen).toList(), currency, submitted, pickup);
    }

    /** With no more of anything than the ERP has. */
    Cart fitted() {
        List<Line> fitted = lines.stream()
                .filter(line -> line.left() > 0)
                .map(line -> line.withQty(line.left()))
                .toList();
        return new Cart(fitted, fitted.isEmpty() ? null : currency, submitted, pickup);
    }

    /**
     * The ERP's price of one line for its present quantity.
     *
     * @param stock how many there are, when the ERP says so
     */
    Cart quote(int index, JsonNode unitPrice, JsonNode priceCurrency, JsonNode stock) {
        Line line = line(index);
        if (!unitPrice.isNumber() || !priceCurrency.isTextual()) {
            throw new ExpressionFailure("The ERP has no price for %s.".formatted(line.productId()));
        }
        String common = sameCurrency(priceCurrency.textValue());
        Line quoted = line.quoted(amount(unitPrice), stock.isNumber() ? Json.bounded(stock.decimalValue()) : null);
        return new Cart(replace(index, quoted).lines, common, submitted, pickup);
    }

    Cart submitted(boolean now) {
        return new Cart(lines, currency, now, pickup);
    }

    Cart pickup(boolean now) {
        return new Cart(lines, currency, submitted, now);
    }

    /** True when every line has a price that the ERP quoted for its present quantity. */
    boolean isQuoted() {
        return lines.stream().allMatch(Line::isQuoted);
    }

    int qty() {
        return lines.stream().mapToInt(Line::qty).sum();
    }

    /** How many of what is brought or fetched; a service is neither. */
    int goods() {
        return lines.stream()
                .filter(line -> !Sellable.isService(line.product()))
                .mapToInt(Line::qty)
                .sum();
    }

    /** Empty when a line has no price. */
    public Optional<BigDecimal> subtotal() {
        String code = Objects.requireNonNullElse(currency, "");
        BigDecimal sum = BigDecimal.ZERO.setScale(Money.scale(code));
        for (Line line : lines) {
            Optional<BigDecimal> total = line.total(code);
            if (total.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(total.get());
        }
        return Optional.of(sum);
    }

    private @Nullable String sameCurrency(@Nullable String other) {
        if (currency != null && other != null && !currency.equals(other)) {
            throw new ExpressionFailure("A price in %s does not go into a cart in %s.".formatted(other, currency));
        }
        return currency == null ? other : currency;
    }

    private Cart replace(int index, Line line) {
        List<Line> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return new Cart(changed, currency, submitted, pickup);
    }

    private Line line(int index) {
        if (index < 0 || index >= lines.size()) {
            throw new ExpressionFailure("The cart has no line %d.".formatted(index));
        }
        return lines.get(index);
    }

    private static int checked(long qty) {
        if (qty < 1 || qty > MAX_QTY) {
            throw new ExpressionFailure("A quantity is 1 to %d, not %d.".formatted(MAX_QTY, qty));
        }
        return (int) qty;
    }

    private static BigDecimal amount(JsonNode number) {
        BigDecimal amount = Json.bounded(number.decimalValue());
        if (amount.signum() < 0) {
            throw new ExpressionFailure("A price cannot be negative: %s.".formatted(amount));
        }
        return amount;
    }
}
