package io.waybill.flow;

import io.waybill.erp.ErpOperation;
import io.waybill.expression.Expression;
import io.waybill.expression.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a flow. It may call the ERP, say something, ask something, change the cart or set variables and go next, always in that
 * order; what it comes to is kept after that.
 *
 * @param note for whoever reads the flow, and for the person who takes over here
 * @param when the step is skipped while this is false
 * @param next empty: the following step
 */
public record Step(
        String id,
        int index,
        @Nullable String note,
        @Nullable Value when,
        @Nullable Call call,
        @Nullable Say say,
        @Nullable Ask ask,
        @Nullable CartChange cart,
        List<Assignment> set,
        @Nullable Result result,
        List<Branch> next,
        Map<Outcome, Target> on) {

    public Step {
        set = List.copyOf(set);
        next = List.copyOf(next);
        on = Map.copyOf(on);
    }

    /** What the person is to do whom the step leads to. */
    Optional<String> task() {
        return next.stream().anyMatch(branch -> branch.to() == Target.Known.HUMAN)
                ? Optional.ofNullable(note)
                : Optional.empty();
    }

    /** True when the step does nothing but talk: it cannot be gone on from by the customer. */
    boolean onlySpeaks() {
        return say != null && ask == null && call == null && cart == null && result == null;
    }

    /**
     * A question to the ERP.
     *
     * @param each path of a list: one call for each element, which is {@code item}
     * @param fresh the ERP itself is asked, whatever is known already
     */
    public record Call(
            ErpOperation operation,
            Value.Fields send,
            List<Save> save,
            @Nullable List<String> each,
            boolean fresh) {}

    /** Keeps a part of an answer under a variable. */
    public record Save(List<String> path, Expression from) {}

    /** Gives a variable a value. */
    public record Assignment(List<String> path, Value value) {}

    /**
     * Something the flow came to, for the gateway to keep.
     *
     * @param fields all but the kind
     */
    public record Result(String kind, Value.Fields fields) {}

    /** @param when goes there when this holds; null: always */
    public record Branch(@Nullable Value when, Target to) {}

    /**
     * What is said: a text or a template, and what goes along with a text.
     *
     * @param shown ahead of the text, in this order
     * @param offer stands under the text
     */
    public record Say(
            @Nullable Translated text,
            List<Shown> shown,
            @Nullable Offer offer,
            @Nullable Translated footer,
            @Nullable TemplateText template) {

        public Say {
            shown = List.copyOf(shown);
        }
    }

    /** A message of its own. */
    public sealed interface Shown {

        /** @param link one, or a list of them */
        record Image(Value link) implements Shown {}

        record Video(Value link) implements Shown {}

        record Audio(Value link) implements Shown {}

        record Document(Value link, Value filename) implements Shown {}

        record Place(
                Value latitude,
                Value longitude,
                @Nullable Value name,
                @Nullable Value address) implements Shown {}
    }

    /** Something to tap that is no answer. */
    public sealed interface Offer {

        record Page(Translated button, Value url) implements Offer {}

        record OneProduct(Value id) implements Offer {}

        /** @param ids a list of ids, or of things that have one */
        record SomeProducts(Translated title, Value ids) implements Offer {}

        record WholeCatalogue() implements Offer {}
    }

    /** A template of WhatsApp with its parameters. */
    public record TemplateText(String name, List<Value> params) {}
}
