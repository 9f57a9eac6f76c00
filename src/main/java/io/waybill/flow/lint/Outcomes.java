package io.waybill.flow.lint;

import io.waybill.flow.Ask;
import io.waybill.flow.Outcome;
import io.waybill.flow.Step;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How a step can go otherwise than well. */
final class Outcomes {

    private Outcomes() {}

    /** Those that {@code step} needs a branch for. */
    static Set<Outcome> possible(Step step) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        if (step.call() != null) {
            outcomes.add(Outcome.REFUSED);
            outcomes.add(Outcome.DOWN);
            if (step.call().operation().mayFindNothing()) {
                outcomes.add(Outcome.EMPTY);
            }
            if (step.call().operation().writes()) {
                outcomes.add(Outcome.UNKNOWN);
            }
        }
        if (step.cart() != null) {
            outcomes.add(Outcome.REFUSED);
        }
        if (step.ask() != null) {
            outcomes.add(Outcome.INVALID);
            outcomes.add(Outcome.SILENCE);
            if (step.ask().types().contains(Ask.Type.CHOICE) && step.ask().options() instanceof Ask.Options.Listed) {
                outcomes.add(Outcome.EMPTY);
            }
        }
        return outcomes;
    }

    static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
