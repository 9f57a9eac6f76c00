package io.waybill.erp.mapping;

import io.waybill.expression.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request of a mapped operation, and what its answer means.
 *
 * @param name what its answer goes by in later steps
 * @param writes false when the ERP does not change by it, whatever the method
 * @param repeatable sending it again does no harm: it sets a state, or the ERP knows our reference
 * @param when it is sent; null: always
 * @param outcomes by status, where they are not the usual ones
 * @param fail where an answer says that it failed although the status says otherwise; null: nowhere
 * @param take the part of the answer that matters; null: all of it
 * @param find looks for what this step makes, before it is made; null: that cannot be looked for
 */
public record Step(
        String name,
        boolean writes,
        boolean repeatable,
        @Nullable Value when,
        RequestTemplate request,
        Map<Integer, Outcome> outcomes,
        @Nullable Path fail,
        @Nullable Path take,
        @Nullable Find find) {

    /**
     * @param step a read whose answer, if it has one, is what the step would have made
     * @param byReference it looks for our reference, which is in the ERP only when this step was sent before
     */
    public record Find(Step step, boolean byReference) {}
}
