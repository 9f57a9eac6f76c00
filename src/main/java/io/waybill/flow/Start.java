package io.waybill.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a customer came for: the message that started the flow, or what they looked for at a list since; gone once it is in the cart.
 *
 * @param product external id
 * @param job external id
 * @param qty how many of it
 * @param cart what they brought along: each with {@code qty} and {@code id}, {@code name}, or both; {@code price} and
 *     {@code currency} as the customer saw them, {@code options} by name
 * @param order that a tap was about, and what was tapped
 */
public record Start(
        @Nullable String text,
        @Nullable String product,
        @Nullable String job,
        @Nullable Integer qty,
        @Nullable ArrayNode cart,
        @Nullable ObjectNode order) {

    static final Start NOTHING = new Start(null, null, null, null, null, null);

    /** A quantity in the text is taken for one. */
    static Start by(@Nullable String text) {
        return text == null ? NOTHING : new Start(text, null, null, Quantities.in(text), null, null);
    }

    static Start by(String text, ArrayNode cart) {
        return new Start(text, null, null, null, cart, null);
    }

    static Start of(String product) {
        return new Start(null, product, null, null, null, null);
    }

    static Start about(ObjectNode order) {
        return new Start(null, null, null, null, null, order);
    }

    /** For a number that belongs to the name of what was chosen: an egg tray of 30 is not 30 of them. */
    Start withoutQty() {
        return new Start(text, product, job, null, cart, order);
    }

    /** What was taken for an answer is not taken again. */
    Start without(String known) {
        return new Start(
                text,
                known.equals(product) ? null : product,
                known.equals(job) ? null : job,
                known.equals(String.valueOf(qty)) ? null : qty,
                cart,
                order);
    }

    Start withJob(String id) {
        return new Start(text, product, id, qty, cart, order);
    }

    Start withProduct(String id) {
        return new Start(text, id, job, qty, cart, order);
    }
}
