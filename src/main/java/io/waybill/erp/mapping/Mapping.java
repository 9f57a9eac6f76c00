package io.waybill.erp.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation in the words of an ERP: requests in order, and our answer made of theirs.
 *
 * @param paging null when one call brings all there is
 */
public record Mapping(
        List<Step> steps, AnswerTemplate answer, @Nullable Paging paging) {

    public Mapping {
        steps = List.copyOf(steps);
    }

    /** True when nothing is made twice by doing all of it again. */
    public boolean repeatable() {
        return steps.stream().allMatch(step -> !step.writes() || step.repeatable());
    }

    /** True when what was made can be found again, or does no harm when made again. */
    public boolean findable() {
        return steps.stream().allMatch(step -> !step.writes() || step.repeatable() || step.find() != null);
    }
}
