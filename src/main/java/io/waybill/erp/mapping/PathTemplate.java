package io.waybill.erp.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Expression;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path below the ERP's base URL with {@code {expression}} placeholders, expanded as RFC 6570 says for simple expressions.
 *
 * <p>Between the brackets of an OData key a placeholder is more than a segment: {@code Orders({id})} takes nothing but a plain key,
 * and in {@code Items('{code}')} a quote of the value is doubled.
 */
public final class PathTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final String text;
    /** One more than there are placeholders. */
    private final List<String> literals = new ArrayList<>();

    private final List<Placeholder> placeholders = new ArrayList<>();

    private PathTemplate(String text) {
        this.text = text;
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int end = 0;
        while (placeholder.find()) {
            literals.add(Urls.literal(text.substring(end, placeholder.start())));
            placeholders.add(new Placeholder(
                    Expression.compile(placeholder.group(1)), place(text, placeholder.start(), placeholder.end())));
            end = placeholder.end();
        }
        literals.add(Urls.literal(text.substring(end)));
    }

    /** @throws io.waybill.expression.InvalidExpression when a placeholder is none */
    public static PathTemplate of(String text) {
        return new PathTemplate(text);
    }

    private static Place place(String text, int start, int end) {
        if (text.startsWith("('", start - 2) && text.startsWith("')", end)) {
            return Place.QUOTED_KEY;
        }
        return text.startsWith("(", start - 1) && text.startsWith(")", end) ? Place.KEY : Place.SEGMENT;
    }

    /** The expressions in it, as they are written. */
    public List<String> sources() {
        return placeholders.stream()
                .map(placeholder -> placeholder.expression().source())
                .toList();
    }

    List<Expression> expressions() {
        return placeholders.stream().map(Placeholder::expression).toList();
    }

    /** The first placeholder whose value cannot stand in a path: absent, empty, or a dot segment that would lead to another path. */
    public Optional<String> unfit(Scope scope) {
        return placeholders.stream()
                .filter(placeholder -> {
                    String value = text(placeholder.expression().evaluate(scope));
                    return value.isEmpty() || value.equals(".") || value.equals("..");
                })
                .findFirst()
                .map(placeholder -> placeholder.expression().source());
    }

    /** @throws Unfit when a value cannot stand in a path */
    public String expand(Scope scope) {
        StringBuilder path = new StringBuilder(literals.getFirst());
        for (int i = 0; i < placeholders.size(); i++) {
            path.append(placeholders.get(i).value(scope, text)).append(literals.get(i + 1));
        }
        return path.toString();
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? Json.text(value) : "";
    }

    @Override
    public String toString() {
        return text;
    }

    private enum Place {
        SEGMENT,
        KEY,
        QUOTED_KEY
    }

    private record Placeholder(Expression expression, Place place) {

        String value(Scope scope, String path) {
            JsonNode value = expression.evaluate(scope);
            String text = text(value);
            if (text.isEmpty() || text.equals(".") || text.equals("..")) {
                throw new Unfit("%s %s, which cannot stand in the path %s"
                        .formatted(
                                expression.source(),
                                text.isEmpty() ? "has no value" : "is \"%s\"".formatted(text),
                                path));
            }
            return switch (place) {
                case SEGMENT -> Urls.encode(text);
                case KEY -> Urls.encode(Literals.key(value, expression.source()));
                case QUOTED_KEY -> Urls.encode(text.replace("'", "''"));
            };
        }
    }
}
