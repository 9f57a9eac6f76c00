package io.waybill.expression;

/** An expression that cannot be answered; the message is a sentence for the operator. */
public final class ExpressionFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ExpressionFailure(String message) {
        // No stack trace: a failing expression is an outcome of a step, not a bug in the engine.
        super(message, null, false, false);
    }
}
