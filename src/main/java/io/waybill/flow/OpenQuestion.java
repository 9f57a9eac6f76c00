package io.waybill.flow;

/**
 * One question as it stands, with what can be chosen now.
 *
 * @param ofProducts what can be chosen are products of the ERP
 */
record OpenQuestion(Step step, Ask ask, Waiting.Question question, Choices choices, boolean ofProducts) {

    OpenQuestion at(Waiting.Question now) {
        return new OpenQuestion(step, ask, now, choices, ofProducts);
    }

    /** True when its list can be put in the order of what somebody looks for. */
    boolean canBeSearched() {
        return ask.options() instanceof Ask.Options.Listed listed && listed.match() != null;
    }

    boolean hasNothingToChoose() {
        return ask.accepts(Ask.Type.CHOICE) && choices.visible().isEmpty();
    }
}
