package io.waybill.flow;

/**
 * Something in a flow's text that keeps it from being used.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param pointer JSON Pointer of the place
 * @param message a sentence for the author
 */
public record LoadProblem(Kind kind, int line, int column, String pointer, String message) {

    /** What a problem is about. */
    public enum Kind {
        FORM,
        TARGET,
        CONTRACT,
        EXPRESSION,
        PHONE
    }

    @Override
    public String toString() {
        return "line %d, %s: %s".formatted(line, pointer.isEmpty() ? "/" : pointer, message);
    }
}
