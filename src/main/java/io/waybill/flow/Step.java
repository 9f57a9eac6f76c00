package io.waybill.flow;

import io.waybill.erp.ErpOperation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a flow. Its parts run in this order: call, say, ask, cart, set, next.
 *
 * @param when the step is skipped unless this is true
 * @param next where to go after it, the first that holds; empty: the following step
 * @param on where to go for what did not end well
 */
record Step(
        String id,
        @Nullable Expression when,
        @Nullable Call call,
        @Nullable Say say,
        @Nullable Ask ask,
        @Nullable CartChange cart,
        Map<String, Value> set,
        List<Jump> next,
        Map<Outcome, String> on) {

    /**
     * An ERP call: {@code {"op": "GET_PRICE", "each": "cart.lines", "send": {…}, "save": {…}}}.
     *
     * @param send the contract's request
     * @param save variable to path in the answer; {@code item.…} stays with the element
     * @param each once for each element of this list
     */
    record Call(
            ErpOperation op,
            Value send,
            Map<String, String> save,
            @Nullable Expression each) {}

    /** Something to tell the customer. */
    sealed interface Say {

        /** {@code "say": "Hello"}, or {@code {"text": …, "footer": …}}. */
        record Text(Value text, @Nullable Value footer) implements Say {}

        /** {@code {"image": "https://…", "text": …}}. */
        record Image(Value link, @Nullable Value text) implements Say {}

        /** {@code {"document": "https://…", "filename": …, "text": …}}. */
        record Document(
                Value link, Value filename, @Nullable Value text) implements Say {}

        /** {@code {"template": "order_cod_confirm", "params": […]}}. */
        record Template(String name, List<Value> params) implements Say {}
    }

    /**
     * A question.
     *
     * @param types kinds of answers that are understood
     * @param min smallest number, or length of a text in characters without surrounding space
     * @param tries wrong answers until {@code invalid}
     * @param check what a right answer must satisfy, with the answer as {@code input}
     * @param save the variable the answer goes to
     */
    record Ask(
            List<AskType> types,
            @Nullable Options options,
            @Nullable Value button,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            java.util.regex.@Nullable Pattern pattern,
            @Nullable Expression check,
            @Nullable Value retry,
            int tries,
            @Nullable String save) {

        boolean takes(AskType type) {
            return types.contains(type);
        }
    }

    /** Kinds of answers. */
    enum AskType {
        CHOICE,
        TEXT,
        NUMBER,
        CONTACT,
        LOCATION
    }

    /** What can be chosen. */
    sealed interface Options {

        /** Options written in the flow. */
        record Fixed(List<Option> options) implements Options {}

        /**
         * One option for each element of a list; the element's fields are in scope.
         *
         * @param match a text whose words bring fitting options to the front
         */
        record From(
                Expression list,
                Value id,
                Value title,
                @Nullable Value note,
                @Nullable Value match) implements Options {}
    }

    /** @param to where choosing it leads; absent: the step goes on */
    record Option(
            String id,
            Value title,
            @Nullable Value note,
            @Nullable String to) {}

    /** A change of the cart after the answer. */
    sealed interface CartChange {

        /** The same product with the same options is one line: quantities add up. */
        record Add(Value product, Value qty, @Nullable Value options) implements CartChange {}

        /** {@code line} counts from 1. */
        record Change(Value line, Value qty) implements CartChange {}

        record Remove(Value line) implements CartChange {}

        record Clear() implements CartChange {}
    }

    record Jump(@Nullable Expression when, String to) {}
}
