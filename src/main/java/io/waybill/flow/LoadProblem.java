package io.waybill.flow;

/**
 * Something in a flow's text that keeps it from being used.
 *
 * @param line counted from 1
 * @param pointer JSON Pointer of the place
 * @param message a sentence for the author
 */
public record LoadProblem(int line, String pointer, String message) {

    @Override
    public String toString() {
        return "line %d, %s: %s".formatted(line, pointer.isEmpty() ? "/" : pointer, message);
    }
}
