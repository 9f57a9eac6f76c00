package io.waybill.flow;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSONata expression, compiled once and used by many threads.
 *
 * <p>Each evaluation is bounded in time, depth and size. A plain path such as {@code product.name} is followed directly, which
 * gives the same and costs a fraction.
 */
final class Expression {

    private static final Pattern PATH = Pattern.compile("[a-zA-Z_][a-zA-Z_0-9]*(\\.[a-zA-Z_][a-zA-Z_0-9]*)*");
    private static final List<String> WORDS_OF_THE_LANGUAGE = List.of("true", "false", "null", "and", "or", "in");
    private static final long MILLIS = 1_000;
    private static final int DEPTH = 400;
    private static final int LONGEST_TEXT = 64 * 1024;

    private final String source;
    private final Jsonata compiled;
    private final @Nullable List<String> path;

    private Expression(String source, Jsonata compiled, @Nullable List<String> path) {
        this.source = source;
        this.compiled = compiled;
        this.path = path;
    }

    /** Throws {@link ExpressionFailed} when {@code source} is no JSONata. */
    static Expression compile(String source) {
        try {
            Jsonata compiled = Jsonata.jsonata(source);
            boolean isPath = PATH.matcher(source).matches() && !WORDS_OF_THE_LANGUAGE.contains(source);
            return new Expression(source, compiled, isPath ? Arrays.asList(source.split("\\.")) : null);
        } catch (RuntimeException e) {
            throw new ExpressionFailed("%s is not a JSONata expression: %s".formatted(source, e.getMessage()), e);
        }
    }

    String source() {
        return source;
    }

    /** The value, absent when there is none; throws {@link ExpressionFailed}. */
    JsonNode evaluate(Scope scope) {
        if (path != null) {
            JsonNode found = follow(path, scope);
            if (found != null) {
                return found;
            }
        }
        return evaluateInFull(scope);
    }

    /** By the JSONata engine, also for plain paths. */
    JsonNode evaluateInFull(Scope scope) {
        Jsonata.Frame frame = compiled.createFrame();
        frame.setRuntimeBounds(MILLIS, DEPTH);
        frame.bind("money", Jsonata.function("money", Expression::money, null));
        frame.bind("erp", Jsonata.function("erp", (String operation) -> isAvailable(scope, operation), null));
        try {
            JsonNode value = JsonValues.toJson(compiled.evaluate(new ScopeMap(scope), frame));
            if (value.isTextual() && value.textValue().length() > LONGEST_TEXT) {
                throw new ExpressionFailed("%s gives a text that is too long.".formatted(source));
            }
            return value;
        } catch (ExpressionFailed e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new ExpressionFailed("%s cannot be worked out: %s".formatted(source, e.getMessage()), e);
        }
    }

    boolean isTrue(Scope scope) {
        Object value = JsonValues.toJava(evaluate(scope));
        return value != null && Jsonata.boolize(value);
    }

    /** Null where JSONata does more than follow a path: it maps over lists. */
    private static @Nullable JsonNode follow(List<String> path, Scope scope) {
        JsonNode node = scope.get(path.getFirst());
        for (String name : path.subList(1, path.size())) {
            if (node.isArray()) {
                return null;
            }
            node = node.path(name);
        }
        // A list goes through JSONata, which unwraps a list of one.
        return node.isArray() ? null : node;
    }

    private static String money(Object amount, Object currency) {
        if (!(amount instanceof Number number) || !(currency instanceof String code)) {
            throw new ExpressionFailed("$money needs an amount and a currency; one of them is missing.");
        }
        return Money.words(number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString()), code);
    }

    private static boolean isAvailable(Scope scope, String operation) {
        return scope.available().stream().map(ErpOperation::name).anyMatch(operation::equals);
    }
}
