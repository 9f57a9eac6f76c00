package io.waybill.flow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.delivery.DeliveryCharges;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the customer wants to buy; amounts are exact, in the scale of their currency. */
public record Cart(List<Line> lines) {

    static final Cart EMPTY = new Cart(List.of());

    private static final int MOST_LINES = 100;
    private static final int MOST_OF_ONE = 1_000_000;

    public Cart {
        lines = List.copyOf(lines);
    }

    /**
     * @param product as the ERP listed it
     * @param unitPrice as the ERP quoted it for this quantity; until then the listed price
     */
    public record Line(
            JsonNode product,
            @Nullable JsonNode options,
            int qty,
            @Nullable BigDecimal unitPrice,
            @Nullable String currency) {

        boolean isOf(JsonNode otherProduct, @Nullable JsonNode otherOptions) {
            return id().equals(otherProduct.path("id")) && Objects.equals(options, otherOptions);
        }

        private JsonNode id() {
            return product.path("id");
        }

        Line times(int newQty) {
            if (newQty < 1 || newQty > MOST_OF_ONE) {
                throw new ExpressionFailed("%d is no quantity for a cart.".formatted(newQty));
            }
            return new Line(product, options, newQty, unitPrice, currency);
        }

        Line at(@Nullable BigDecimal price, @Nullable String priceCurrency) {
            return new Line(product, options, qty, price, priceCurrency);
        }

        Optional<BigDecimal> total() {
            return unitPrice == null || currency == null
                    ? Optional.empty()
                    : Optional.of(Money.rounded(unitPrice.multiply(BigDecimal.valueOf(qty)), currency));
        }
    }

    /** The same product with the same options is one line: 2 and 3 make 5. */
    Cart add(JsonNode product, int qty, @Nullable JsonNode options) {
        if (!product.path("id").isValueNode()) {
            throw new ExpressionFailed("Only a product with an id can be put into the cart.");
        }
        List<Line> changed = new ArrayList<>(lines);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).isOf(product, options)) {
                changed.set(i, changed.get(i).times(changed.get(i).qty() + qty));
                return new Cart(changed);
            }
        }
        if (lines.size() >= MOST_LINES) {
            throw new ExpressionFailed("A cart has at most %d lines.".formatted(MOST_LINES));
        }
        JsonNode price = product.path("price");
        JsonNode currency = product.path("currency");
        changed.add(new Line(
                        product,
                        options,
                        1,
                        price.isNumber() ? price.decimalValue() : null,
                        currency.isTextual() ? currency.textValue() : null)
                .times(qty));
        return new Cart(changed);
    }

    Cart change(int line, int qty) {
        List<Line> changed = new ArrayList<>(lines);
        changed.set(index(line), lines.get(index(line)).times(qty));
        return new Cart(changed);
    }

    Cart remove(int line) {
        List<Line> changed = new ArrayList<>(lines);
        changed.remove(index(line));
        return new Cart(changed);
    }

    Cart withLine(int index, Line line) {
        List<Line> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return new Cart(changed);
    }

    private int index(int line) {
        if (line < 1 || line > lines.size()) {
            throw new ExpressionFailed("The cart has no line %d.".formatted(line));
        }
        return line - 1;
    }

    @JsonIgnore
    int qty() {
        return lines.stream().mapToInt(Line::qty).sum();
    }

    /** The one currency of all lines; throws {@link ExpressionFailed} when the ERP mixes them. */
    @JsonIgnore
    Optional<String> currency() {
        List<String> currencies = lines.stream()
                .map(Line::currency)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            throw new ExpressionFailed("The ERP gave prices in %s; an order has one currency."
                    .formatted(String.join(" and ", currencies)));
        }
        return currencies.stream().findFirst();
    }

    /** Empty while a line has no price. */
    @JsonIgnore
    Optional<BigDecimal> subtotal() {
        List<BigDecimal> totals =
                lines.stream().map(Line::total).flatMap(Optional::stream).toList();
        return totals.size() < lines.size()
                ? Optional.empty()
                : Optional.of(totals.stream()
                        .reduce(Money.rounded(BigDecimal.ZERO, currency().orElse("")), BigDecimal::add));
    }

    /** What flows see as {@code cart}: amounts that cannot be known (no price, no delivery band) are absent. */
    JsonNode view(DeliveryCharges charges) {
        ObjectNode view = FlowJson.object();
        String currency = currency().orElse(null);
        ArrayNode viewed = view.putArray("lines");
        lines.forEach(line -> viewed.add(view(line)));
        view.put("qty", qty());
        view.put("text", lines.stream().map(Cart::words).collect(Collectors.joining("\n")));
        if (currency == null) {
            return view;
        }
        view.put("currency", currency);
        Optional<BigDecimal> subtotal = subtotal();
        Optional<BigDecimal> delivery = charges.chargeFor(qty()).map(charge -> Money.rounded(charge, currency));
        subtotal.ifPresent(amount -> view.put("subtotal", amount));
        delivery.ifPresent(amount -> view.put("delivery", amount));
        if (subtotal.isPresent() && delivery.isPresent()) {
            view.put("total", subtotal.get().add(delivery.get()));
        }
        return view;
    }

    private static JsonNode view(Line line) {
        ObjectNode view = FlowJson.object();
        view.set("product", line.product());
        view.set("name", line.product().path("name"));
        view.put("qty", line.qty());
        if (line.options() != null) {
            view.set("options", line.options());
        }
        if (line.unitPrice() != null) {
            view.put("unit_price", line.unitPrice());
        }
        if (line.currency() != null) {
            view.put("currency", line.currency());
        }
        line.total().ifPresent(total -> view.put("total", total));
        return view;
    }

    private static String words(Line line) {
        String name =
                "%d × %s".formatted(line.qty(), line.product().path("name").asText());
        return line.total()
                .map(total -> name + ": " + Money.words(total, Objects.requireNonNull(line.currency())))
                .orElse(name);
    }
}
