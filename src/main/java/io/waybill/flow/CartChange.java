package io.waybill.flow;

import io.waybill.flow.expression.Value;
import org.jspecify.annotations.Nullable;

/** What a step does to the cart. */
public sealed interface CartChange {

    record Add(Value product, Value qty, @Nullable Value options) implements CartChange {}

    /** @param line a line of {@code cart.lines} or its {@code index} */
    record Change(Value line, Value qty) implements CartChange {}

    /** @param lines a line of {@code cart.lines}, its {@code index}, or a list of such */
    record Remove(Value lines) implements CartChange {}

    record Clear() implements CartChange {}
}
