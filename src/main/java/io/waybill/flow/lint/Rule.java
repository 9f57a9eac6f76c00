package io.waybill.flow.lint;

import static io.waybill.flow.lint.Rule.Severity.ERROR;
import static io.waybill.flow.lint.Rule.Severity.WARNING;

/** What is asked of a flow. An error keeps it from being published, a warning does not. */
public enum Rule {
    E1(ERROR, "The flow is JSON that satisfies the schema."),
    E2(ERROR, "Every target exists."),
    E3(ERROR, "Every step can be reached."),
    E4(ERROR, "Every step has a way out."),
    E5(ERROR, "Every possible outcome has a branch."),
    E6(ERROR, "What is sent and saved is in the contract of the operation."),
    E7(ERROR, "Expressions parse, and every name has a value on every path."),
    E8(ERROR, "Texts keep the limits of WhatsApp in every language."),
    E9(ERROR, "An order follows GET_PRICE, UPSERT_CUSTOMER, the details it sends and an explicit confirm."),
    E10(ERROR, "A phone number that is sent comes from contact.phone."),
    E11(ERROR, "A template exists, and its placeholders and buttons are filled."),
    E12(ERROR, "No circle without a question."),
    W1(WARNING, "Every text is translated to every language of the flow."),
    W2(WARNING, "No option takes a word from a command that leads elsewhere."),
    W3(WARNING, "No step is both fallen into and branched to."),
    W4(WARNING, "A text fits on a phone's screen."),
    W5(WARNING, "One event sends one template."),
    W6(WARNING, "The ERP has what a condition asks it for."),
    W7(WARNING, "Customers read what they ordered, for whom, what it costs, and its number.");

    private final Severity severity;
    private final String sentence;

    Rule(Severity severity, String sentence) {
        this.severity = severity;
        this.sentence = sentence;
    }

    public Severity severity() {
        return severity;
    }

    /** What the rule demands. */
    public String sentence() {
        return sentence;
    }

    /** Whether a finding blocks. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
