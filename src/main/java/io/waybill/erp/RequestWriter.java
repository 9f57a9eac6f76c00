package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes requests in canonical form: our field names, as a query for GET and as JSON for every other method. */
final class RequestWriter {

    private RequestWriter() {}

    /**
     * @param key our reference for a write; sent as {@code Idempotency-Key} and {@code client_reference}
     * @param token sent as bearer
     * @param files takes the files out of the fields
     */
    static ErpRequest write(
            URI baseUrl,
            Endpoint endpoint,
            ObjectNode fields,
            @Nullable String key,
            @Nullable String token,
            Function<ObjectNode, ErpBody> files) {
        ObjectNode request = (ObjectNode) ErpJson.clean(fields.deepCopy());
        Map<String, String> headers = new HashMap<>(endpoint.headers());
        headers.put("Accept", "application/json");
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (key != null) {
            headers.put("Idempotency-Key", key);
            request.put("client_reference", key);
        }
        ErpBody body = files.apply(request);
        String url = baseUrl + new PathTemplate(endpoint.path()).expand(request);
        if (endpoint.sendsQuery()) {
            return new ErpRequest(endpoint.method(), withQuery(url, request), headers, null);
        }
        headers.put("Content-Type", "application/json");
        return new ErpRequest(endpoint.method(), url, headers, body);
    }

    private static String withQuery(String url, ObjectNode request) {
        StringBuilder query = new StringBuilder(url);
        char separator = url.indexOf('?') < 0 ? '?' : '&';
        for (Map.Entry<String, JsonNode> field : request.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                continue;
            }
            String text = value.isValueNode() ? PathTemplate.plain(value) : ErpJson.write(value);
            query.append(separator)
                    .append(PathTemplate.encode(field.getKey(), false))
                    .append('=')
                    .append(PathTemplate.encode(text, false));
            separator = '&';
        }
        return query.toString();
    }
}
