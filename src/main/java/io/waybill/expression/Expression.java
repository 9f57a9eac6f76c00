package io.waybill.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Fn1;
import com.dashjoin.jsonata.Jsonata.Fn2;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSONata expression, compiled once; safe from many threads, read-only and bounded. */
public final class Expression {

    public static final int MAX_LENGTH = 4_000;

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final String PATH = NAME + "(?:\\." + NAME + ")*";
    private static final Pattern PATH_ONLY = Pattern.compile("\\s*(" + PATH + ")\\s*");
    private static final Pattern MONEY_OF_PATHS =
            Pattern.compile("\\s*\\$money\\(\\s*(" + PATH + ")\\s*,\\s*(" + PATH + ")\\s*\\)\\s*");
    private static final Set<String> KEYWORDS = Set.of("and", "or", "in", "true", "false", "null", "function");

    private final String source;
    private final String words;
    private final Jsonata jsonata;
    private final boolean asksForOperations;
    private final boolean writesMoney;
    private final @Nullable List<String> path;
    private final @Nullable List<String> currencyPath;

    private Expression(String source, Jsonata jsonata) {
        this.source = source;
        this.words = ExpressionText.words(source);
        this.jsonata = jsonata;
        this.asksForOperations = source.contains("$erp");
        this.writesMoney = source.contains("$money");
        Matcher money = MONEY_OF_PATHS.matcher(source);
        Matcher plain = PATH_ONLY.matcher(source);
        boolean isMoney = money.matches();
        this.path = isMoney ? names(money.group(1)) : plain.matches() ? names(plain.group(1)) : null;
        this.currencyPath = isMoney && path != null ? names(money.group(2)) : null;
    }

    /** @throws InvalidExpression with a sentence for the author */
    public static Expression compile(String source) {
        if (source.length() > MAX_LENGTH) {
            throw new InvalidExpression("An expression may have %d characters at most.".formatted(MAX_LENGTH));
        }
        if (source.isBlank()) {
            throw new InvalidExpression("The expression is empty.");
        }
        ExpressionText.check(source);
        try {
            Jsonata jsonata = Jsonata.jsonata(source);
            jsonata.setValidateInput(false);
            jsonata.setOutputConvertNulls(false);
            Functions.register(jsonata);
            return new Expression(source, jsonata);
        } catch (JException e) {
            throw new InvalidExpression("The expression does not parse: %s (at character %d)."
                    .formatted(withoutStop(e.getMessage()), e.getLocation()));
        } catch (StackOverflowError e) {
            throw new InvalidExpression("The expression is nested too deeply.");
        } catch (RuntimeException e) {
            throw new InvalidExpression("The expression does not parse.");
        }
    }

    /** The value, of its own type; {@link MissingNode} when there is none. */
    public JsonNode evaluate(Scope scope) {
        JsonNode quick = evaluateQuickly(scope);
        return quick != null ? quick : evaluateByJsonata(scope);
    }

    /** The names when this is nothing but a path. */
    public @Nullable List<String> path() {
        return currencyPath == null ? path : null;
    }

    public String source() {
        return source;
    }

    /** All texts that are written in it. */
    public String words() {
        return words;
    }

    private @Nullable JsonNode evaluateQuickly(Scope scope) {
        if (path == null) {
            return null;
        }
        JsonNode value = walk(path, scope);
        if (currencyPath == null || value == null) {
            return value;
        }
        JsonNode currency = walk(currencyPath, scope);
        return value.isNumber() && currency != null && currency.isTextual()
                ? Json.nodes().textNode(Money.format(value.decimalValue(), currency.textValue(), scope.language()))
                : null;
    }

    /** Null where JSONata has rules of its own: it maps over lists. */
    private static @Nullable JsonNode walk(List<String> path, Scope scope) {
        JsonNode at = scope.name(path.getFirst());
        for (int i = 1; i < path.size() && at != null; i++) {
            if (at.isArray()) {
                return null;
            }
            JsonNode next = at.get(path.get(i));
            if (next == null && i == 1 && at.isObject()) {
                scope.absent(path.getFirst(), path.get(1));
            }
            at = next;
        }
        return at == null ? MissingNode.getInstance() : at;
    }

    JsonNode evaluateByJsonata(Scope scope) {
        Frame frame = jsonata.createFrame();
        new Bounds().guard(frame);
        if (asksForOperations) {
            frame.bind("erp", (Fn1<Object, Boolean>) name -> scope.available(String.valueOf(name)));
        }
        if (writesMoney) {
            String language = scope.language();
            frame.bind("money", (Fn2<Object, Object, Object>)
                    (amount, currency) -> Functions.money(amount, currency, language));
        }
        try {
            return JsonViews.toJson(jsonata.evaluate(new JsonViews.ScopeView(scope), frame));
        } catch (ExpressionFailure e) {
            throw new ExpressionFailure("%s In: %s".formatted(e.getMessage(), source));
        } catch (StackOverflowError e) {
            throw new ExpressionFailure("The expression nests too deeply. In: " + source);
        } catch (RuntimeException e) {
            Deadline.check();
            throw failure(e);
        }
    }

    private ExpressionFailure failure(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExpressionFailure own) {
                return new ExpressionFailure("%s In: %s".formatted(own.getMessage(), source));
            }
        }
        return new ExpressionFailure("%s. In: %s".formatted(withoutStop(String.valueOf(e.getMessage())), source));
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static @Nullable List<String> names(String path) {
        List<String> names = List.of(path.split("\\."));
        return names.stream().anyMatch(KEYWORDS::contains) ? null : names;
    }

    @Override
    public String toString() {
        return source;
    }

    /** What flows have beside JSONata's own functions, and its own ones that need a bound. */
    private static final class Functions {

        static void register(Jsonata jsonata) {
            jsonata.registerFunction(
                    "replace",
                    Jsonata.function("replace", (Jsonata.FnVarArgs<Object>) Functions::replace, "<s-ssn?:s>"));
            jsonata.registerFunction(
                    "pad", Jsonata.function("pad", (Jsonata.FnVarArgs<Object>) Functions::pad, "<s-ns?:s>"));
        }

        static @Nullable Object money(@Nullable Object amount, @Nullable Object currency, String language) {
            if (amount == null || currency == null || amount == Jsonata.NULL_VALUE || currency == Jsonata.NULL_VALUE) {
                return null;
            }
            if (!(amount instanceof Number number) || !(currency instanceof String code)) {
                throw new ExpressionFailure("$money takes a number and a currency.");
            }
            return Money.format(
                    number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString()), code, language);
        }

        private static @Nullable Object replace(List<?> args) {
            if (!(args.get(0) instanceof String text)
                    || !(args.get(1) instanceof String pattern)
                    || !(args.get(2) instanceof String replacement)) {
                return null;
            }
            if (pattern.isEmpty()) {
                throw new ExpressionFailure("$replace needs something to look for.");
            }
            long limit = args.size() > 3 && args.get(3) instanceof Number number ? number.longValue() : Long.MAX_VALUE;
            StringBuilder result = new StringBuilder();
            int from = 0;
            for (int i = text.indexOf(pattern); i >= 0 && limit > 0; i = text.indexOf(pattern, from), limit--) {
                result.append(text, from, i).append(replacement);
                from = i + pattern.length();
                if (result.length() > Bounds.MAX_TEXT) {
                    throw new ExpressionFailure("$replace makes a text longer than %d.".formatted(Bounds.MAX_TEXT));
                }
            }
            return result.append(text, from, text.length()).toString();
        }

        private static @Nullable Object pad(List<?> args) {
            if (!(args.get(0) instanceof String text) || !(args.get(1) instanceof Number width)) {
                return null;
            }
            String filler = args.size() > 2 && args.get(2) instanceof String given && !given.isEmpty() ? given : " ";
            int wanted = Math.abs(width.intValue());
            if (wanted > 1_000) {
                throw new ExpressionFailure("$pad makes 1000 characters at most.");
            }
            StringBuilder padding = new StringBuilder();
            for (int i = text.length(); i < wanted; i++) {
                padding.append(filler.charAt((i - text.length()) % filler.length()));
            }
            return width.intValue() < 0 ? padding + text : text + padding;
        }
    }
}
