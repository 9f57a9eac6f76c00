package io.waybill.erp.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import io.waybill.expression.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request of a mapped operation.
 *
 * @param query in order
 */
public record RequestTemplate(
        String method,
        PathTemplate path,
        Map<String, Parameter> query,
        Map<String, Value> headers,
        BodyKind kind,
        @Nullable Value body) {

    /** How the body is written. */
    public enum BodyKind {
        JSON,
        FORM,
        MULTIPART
    }

    /**
     * A request whose values are filled in.
     *
     * @param target path and query, percent-encoded
     * @param body null when there is none
     */
    public record Filled(
            String method,
            String target,
            Map<String, String> headers,
            BodyKind kind,
            @Nullable JsonNode body) {}

    /** @throws Unfit when a value cannot stand where it is put */
    public Filled fill(Scope scope) {
        StringBuilder target = new StringBuilder(path.expand(scope));
        query.forEach((name, parameter) -> parameter
                .text(scope)
                .ifPresent(text -> target.append(target.indexOf("?") < 0 ? '?' : '&')
                        .append(Urls.encode(name))
                        .append('=')
                        .append(Urls.encode(text))));
        Map<String, String> filled = new LinkedHashMap<>();
        headers.forEach((name, value) -> filled.put(name, headerText(name, value.resolve(scope))));
        return new Filled(method, target.toString(), filled, kind, body == null ? null : body.resolve(scope));
    }

    private static String headerText(String name, JsonNode value) {
        String text = Json.text(value);
        if (!text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new Unfit(
                    "the value of the header %s holds characters that cannot stand in a header".formatted(name));
        }
        return text;
    }
}
