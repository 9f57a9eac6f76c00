package io.waybill.flow;

/** An expression or a cart change of a flow cannot be worked out with the values there are. */
final class ExpressionFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExpressionFailed(String sentence) {
        super(sentence);
    }

    ExpressionFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
