package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.SentFiles.SentFile;
import io.waybill.erp.mapping.RequestTemplate;
import io.waybill.erp.mapping.Urls;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes requests: in canonical form, our field names as a query for GET and as JSON for every other method; or as a profile says. */
final class RequestWriter {

    private RequestWriter() {}

    /**
     * @param fields of our contract, with what stands for {@code files}; not changed afterwards
     * @param key our reference for a write; sent as {@code Idempotency-Key} and {@code client_reference}
     * @param pass headers that say who asks
     */
    static ErpRequest canonical(
            URI baseUrl,
            Endpoint.Canonical endpoint,
            ObjectNode fields,
            Map<String, SentFile> files,
            @Nullable String key,
            Map<String, String> pass) {
        ObjectNode request = (ObjectNode) ErpJson.clean(fields);
        Map<String, String> headers = headers(endpoint.headers(), pass);
        if (key != null) {
            headers.put("Idempotency-Key", key);
            request.put("client_reference", key);
        }
        String url = baseUrl + endpoint.path().expand(FieldScope.of(request));
        if (endpoint.sendsQuery()) {
            return new ErpRequest(endpoint.method(), withQuery(url, request), headers, null);
        }
        return new ErpRequest(endpoint.method(), url, headers, new ErpBody.Json(request, files));
    }

    /**
     * @param files by what stands for their bytes
     * @throws io.waybill.erp.mapping.Unfit when a value cannot stand where the profile puts it
     */
    static ErpRequest mapped(
            URI baseUrl, RequestTemplate template, Scope scope, Map<String, SentFile> files, Map<String, String> pass) {
        RequestTemplate.Filled filled = template.fill(scope);
        return new ErpRequest(
                filled.method(),
                baseUrl + filled.target(),
                headers(filled.headers(), pass),
                filled.body() == null ? null : body(filled.kind(), ErpJson.clean(filled.body()), files));
    }

    private static ErpBody body(RequestTemplate.BodyKind kind, JsonNode body, Map<String, SentFile> files) {
        return switch (kind) {
            case JSON -> new ErpBody.Json(body, files);
            case FORM -> new ErpBody.Form(texts(body));
            case MULTIPART -> {
                Map<String, String> fields = new LinkedHashMap<>();
                Map<String, SentFile> parts = new LinkedHashMap<>();
                body.properties().forEach(field -> {
                    SentFile file = files.get(field.getValue().path("base64").asText());
                    if (file != null) {
                        parts.put(field.getKey(), file);
                    } else {
                        fields.put(field.getKey(), Json.text(field.getValue()));
                    }
                });
                yield new ErpBody.Multipart(fields, parts);
            }
        };
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(field -> texts.put(field.getKey(), Json.text(field.getValue())));
        return texts;
    }

    private static Map<String, String> headers(Map<String, String> own, Map<String, String> pass) {
        Map<String, String> headers = new HashMap<>(own);
        headers.put("Accept", "application/json");
        headers.putAll(pass);
        return headers;
    }

    static String withQuery(String url, ObjectNode request) {
        StringBuilder query = new StringBuilder(url);
        char separator = url.indexOf('?') < 0 ? '?' : '&';
        for (Map.Entry<String, JsonNode> field : request.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                continue;
            }
            query.append(separator)
                    .append(Urls.encode(field.getKey()))
                    .append('=')
                    .append(Urls.encode(Json.text(value)));
            separator = '&';
        }
        return query.toString();
    }
}
