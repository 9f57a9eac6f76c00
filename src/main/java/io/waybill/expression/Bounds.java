package io.waybill.expression;

import com.dashjoin.jsonata.Jsonata.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What one evaluation may cost. Work, depth and size are counted, not timed, so that a turn ends the same way when it is replayed; the
 * clock is the last resort.
 */
final class Bounds {

    static final int MAX_TEXT = 65_536;
    static final int MAX_LIST = 5_000;
    private static final int MAX_WORK = 200_000;
    private static final int MAX_DEPTH = 100;
    private static final long MAX_NANOS = 500_000_000L;
    private static final int CLOCK_EVERY = 1_024;

    private final long started = System.nanoTime();
    private long work;
    private int depth;

    void guard(Frame frame) {
        Deadline.check();
        frame.setEvaluateEntryCallback((expression, input, environment) -> enter());
        frame.setEvaluateExitCallback((expression, input, environment, result) -> leave(result));
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionFailure("The expression nests deeper than %d levels.".formatted(MAX_DEPTH));
        }
        charge(1);
        if (work % CLOCK_EVERY == 0) {
            Deadline.check();
            if (System.nanoTime() - started > MAX_NANOS) {
                throw new ExpressionFailure("The expression runs too long.");
            }
        }
    }

    private void leave(Object result) {
        depth--;
        if (result instanceof String || result instanceof List<?> || result instanceof Map<?, ?>) {
            weigh(result, 0);
        }
    }

    /** Sizes are charged as work: text made of small shared parts could otherwise grow without bound. */
    private void weigh(Object value, int level) {
        switch (value) {
            case String text -> {
                if (text.length() > MAX_TEXT) {
                    throw new ExpressionFailure("The expression makes a text longer than %d.".formatted(MAX_TEXT));
                }
                charge(level == 0 ? 0 : 1 + text.length() / 16);
            }
            case JsonViews.View view -> weighView(view, level);
            case List<?> list -> {
                if (list.size() > MAX_LIST) {
                    throw new ExpressionFailure("The expression makes a list longer than %d.".formatted(MAX_LIST));
                }
                charge(1);
                for (Object element : list) {
                    weighPart(element, level);
                }
            }
            case Map<?, ?> map -> {
                charge(1);
                for (Object element : map.values()) {
                    weighPart(element, level);
                }
            }
            default -> charge(1);
        }
    }

    private void weighPart(Object element, int level) {
        if (level >= MAX_DEPTH) {
            throw new ExpressionFailure("The expression makes a value deeper than %d levels.".formatted(MAX_DEPTH));
        }
        if (element != null) {
            weigh(element, level + 1);
        }
    }

    /** The session's own data is bounded already; only copies of it inside something new are charged. */
    private void weighView(JsonViews.View view, int level) {
        if (level > 0) {
            charge(nodes(view.node()));
        }
    }

    private static int nodes(JsonNode node) {
        int count = 1 + (node.isTextual() ? node.textValue().length() / 16 : 0);
        for (JsonNode child : node) {
            count += nodes(child);
        }
        return count;
    }

    private void charge(long units) {
        work += units;
        if (work > MAX_WORK) {
            throw new ExpressionFailure("The expression does too much work.");
        }
    }
}
