package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Expression;
import io.waybill.expression.Json;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.support.ExpressionAdapter;
import org.apache.camel.support.LanguageSupport;

/**
 * JSONata in routes, as in flows and profiles: {@code body} is the JSON of the message, {@code header} and {@code property} hold what is
 * text, a number, true or false, or JSON. An expression that gives nothing gives null.
 */
public final class RouteExpressions extends LanguageSupport {

    RouteExpressions() {}

    @Override
    public Predicate createPredicate(String expression) {
        Expression compiled = Expression.compile(expression);
        return exchange -> Json.truthy(compiled.evaluate(scope(exchange)));
    }

    @Override
    public org.apache.camel.Expression createExpression(String expression) {
        Expression compiled = Expression.compile(expression);
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                JsonNode value = compiled.evaluate(scope(exchange));
                return value.isMissingNode() || value.isNull() ? null : value.isTextual() ? value.textValue() : value;
            }

            @Override
            public String toString() {
                return expression;
            }
        };
    }

    private static FieldScope scope(Exchange exchange) {
        ObjectNode names = Json.object();
        names.set("body", body(exchange.getMessage().getBody()));
        names.set("header", values(exchange.getMessage().getHeaders()));
        names.set("property", values(exchange.getProperties()));
        return FieldScope.of(names);
    }

    /** Text that is no JSON stays a text. */
    private static JsonNode body(Object body) {
        return switch (body) {
            case null -> Json.nodes().nullNode();
            case JsonNode json -> json;
            case String text
            when text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[") -> Json.read(text);
            default -> Json.nodes().textNode(body.toString());
        };
    }

    private static ObjectNode values(Map<String, Object> values) {
        ObjectNode object = Json.object();
        values.forEach((name, value) -> {
            switch (value) {
                case JsonNode json -> object.set(name, json);
                case String text -> object.put(name, text);
                case Integer number -> object.put(name, number);
                case Long number -> object.put(name, number);
                case Boolean flag -> object.put(name, flag);
                case null, default -> {}
            }
        });
        return object;
    }
}
