package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.delivery.DeliveryCharges;
import io.waybill.expression.ExpressionFailure;
import io.waybill.expression.Json;
import io.waybill.expression.Money;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The cart as expressions see it. An amount that cannot be known is a failure, never a blank. */
final class CartView {

    private final ObjectNode node = Json.object();
    private final String problem;

    CartView(Cart cart, DeliveryCharges charges, Set<String> hidden, String language) {
        String currency = Objects.requireNonNullElse(cart.currency(), "");
        int qty = cart.qty();
        int goods = cart.goods();
        boolean delivered = !cart.pickup() && (goods > 0 || qty == 0);
        ArrayNode lines = lines(cart, currency);
        node.set("lines", lines);
        ArrayNode unavailable = unavailable(lines, hidden);
        put("unavailable", unavailable);
        put("changed", changed(cart, currency, language));
        put("short", tooFew(cart));
        node.put("qty", qty);
        node.put("goods", goods);
        node.put("quoted", cart.isQuoted());
        node.put("text", text(cart, currency, language));
        if (cart.currency() != null) {
            node.put("currency", currency);
        }
        Optional<BigDecimal> subtotal = cart.subtotal();
        Optional<BigDecimal> charge = delivered ? charges.chargeFor(goods) : Optional.of(BigDecimal.ZERO);
        Optional<BigDecimal> delivery = charge.flatMap(amount -> Money.payable(amount, currency));
        subtotal.ifPresent(sum -> node.put("subtotal", sum));
        delivery.ifPresent(amount -> node.put("delivery", amount));
        if (subtotal.isPresent() && delivery.isPresent()) {
            node.put("total", subtotal.get().add(delivery.get()));
        }
        if (charge.isEmpty()) {
            problem = "No delivery charge covers a quantity of %d.".formatted(goods);
        } else if (delivery.isEmpty()) {
            problem = "The delivery charge %s has more decimals than %s.".formatted(charge.get(), currency);
        } else {
            problem = "A line of the cart has no price.";
        }
    }

    ObjectNode node() {
        return node;
    }

    /** Called when {@code field} is not there. */
    void absent(String field) {
        switch (field) {
            case "subtotal", "delivery", "total" -> throw new ExpressionFailure(problem);
            default -> {
                // Any other field may be absent.
            }
        }
    }

    private void put(String name, ArrayNode lines) {
        if (!lines.isEmpty()) {
            node.set(name, lines);
        }
    }

    /** Lines whose price has moved since the customer saw it, with both prices. */
    private static ArrayNode changed(Cart cart, String currency, String language) {
        ArrayNode changed = Json.array();
        for (Cart.Line line : cart.lines()) {
            if (line.isRepriced()) {
                BigDecimal old = Objects.requireNonNull(line.seenPrice());
                BigDecimal now = Objects.requireNonNull(line.unitPrice());
                changed.addObject()
                        .put("name", line.name())
                        .put("old_price", old)
                        .put("new_price", now)
                        .put(
                                "text",
                                "%s: %s → %s"
                                        .formatted(
                                                line.name(),
                                                Money.format(old, currency, language),
                                                Money.format(now, currency, language)));
            }
        }
        return changed;
    }

    /** Lines of which the ERP has fewer than the customer wants, with both quantities. */
    private static ArrayNode tooFew(Cart cart) {
        ArrayNode tooFew = Json.array();
        for (Cart.Line line : cart.lines()) {
            if (line.isShort()) {
                tooFew.addObject()
                        .put("name", line.name())
                        .put("old_qty", line.qty())
                        .put("new_qty", line.left())
                        .put("text", "%s: %d → %d".formatted(line.name(), line.qty(), line.left()));
            }
        }
        return tooFew;
    }

    private static ArrayNode lines(Cart cart, String currency) {
        ArrayNode lines = Json.array();
        for (Cart.Line line : cart.lines()) {
            ObjectNode view = lines.addObject();
            view.put("index", lines.size() - 1);
            view.set("product", line.product());
            if (line.options() != null) {
                view.set("options", line.options());
            }
            view.put("name", line.name());
            view.put("qty", line.qty());
            if (line.unitPrice() != null) {
                view.put("unit_price", line.unitPrice());
            }
            line.total(currency).ifPresent(total -> view.put("total", total));
        }
        return lines;
    }

    /** Lines of products that were switched off after they went into the cart. */
    private static ArrayNode unavailable(ArrayNode lines, Set<String> hidden) {
        ArrayNode unavailable = Json.array();
        for (JsonNode line : lines) {
            if (hidden.contains(line.at("/product/id").asText())) {
                unavailable.add(line);
            }
        }
        return unavailable;
    }

    private static String text(Cart cart, String currency, String language) {
        StringBuilder text = new StringBuilder();
        for (Cart.Line line : cart.lines()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(line.qty())
                    .append(" x ")
                    .append(line.label());
            line.total(currency).ifPresent(total -> text.append(": ").append(Money.format(total, currency, language)));
        }
        return text.toString();
    }
}
