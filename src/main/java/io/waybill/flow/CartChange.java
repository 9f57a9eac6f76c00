package io.waybill.flow;

import io.waybill.expression.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step does to the cart. */
public sealed interface CartChange {

    record Add(Value product, Value qty, @Nullable Value options) implements CartChange {}

    /** @param line a line of {@code cart.lines} or its {@code index} */
    record Change(Value line, Value qty) implements CartChange {}

    /** @param lines a line of {@code cart.lines}, its {@code index}, or a list of such */
    record Remove(Value lines) implements CartChange {}

    /**
     * Adds what a customer brought along: a WhatsApp catalogue cart, or the text of a cart link.
     *
     * @param wanted as in {@code start.cart}
     * @param from products of the ERP; only what is among them goes into the cart
     * @param rest the variable that gets the others
     */
    record Take(Value wanted, Value from, List<String> rest) implements CartChange {}

    /** What the cart holds was shown: its prices are the ones the customer knows. */
    record Seen() implements CartChange {}

    /** No more of anything than the ERP has. */
    record Fit() implements CartChange {}

    /** The customer fetches the order, or has it delivered. */
    record Pickup(boolean pickup) implements CartChange {}

    record Clear() implements CartChange {}
}
