package io.waybill.flow;

import io.waybill.erp.ErpOperation;
import org.jspecify.annotations.Nullable;

/**
 * One question as it stands, with what can be chosen now.
 *
 * @param list of the ERP whose rows can be chosen; null: others
 */
record OpenQuestion(
        Step step,
        Ask ask,
        Waiting.Question question,
        Choices choices,
        @Nullable ErpOperation list) {

    OpenQuestion at(Waiting.Question now) {
        return new OpenQuestion(step, ask, now, choices, list);
    }

    /** True when its list can be put in the order of what somebody looks for. */
    boolean canBeSearched() {
        return ask.options() instanceof Ask.Options.Listed listed && listed.match() != null;
    }

    boolean hasNothingToChoose() {
        return ask.accepts(Ask.Type.CHOICE) && choices.visible().isEmpty();
    }
}
