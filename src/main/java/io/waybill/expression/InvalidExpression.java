package io.waybill.expression;

/** An expression that is refused before it ever runs; the message is a sentence for its author. */
public final class InvalidExpression extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public InvalidExpression(String message) {
        super(message);
    }
}
