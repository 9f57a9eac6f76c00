package io.waybill.flow.lint;

import io.waybill.flow.CartChange;
import io.waybill.flow.Outcome;
import io.waybill.flow.Step;
import org.jspecify.annotations.Nullable;

/** E5: no outcome is left to chance. */
record OutcomeCheck() implements Check {

    private static boolean cannotFail(@Nullable CartChange change) {
        return change instanceof CartChange.Clear
                || change instanceof CartChange.Seen
                || change instanceof CartChange.Pickup
                || change instanceof CartChange.Fit;
    }

    @Override
    public void check(Subject subject, Report report) {
        for (Step step : subject.steps()) {
            for (Outcome outcome : Outcomes.possible(step)) {
                boolean cannotFail = step.call() == null && cannotFail(step.cart());
                boolean known =
                        step.on().containsKey(outcome) || subject.flow().on().containsKey(outcome);
                if (!known && !(outcome == Outcome.REFUSED && cannotFail)) {
                    report.add(
                            Rule.E5,
                            Subject.pointer(step),
                            "Step %s can end %2$s and nothing says what then. Add \"%2$s\" to its \"on\", or to the flow's.",
                            step.id(),
                            Outcomes.word(outcome));
                }
            }
        }
    }
}
