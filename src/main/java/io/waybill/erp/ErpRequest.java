package io.waybill.erp;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to the ERP as it goes out.
 *
 * @param url complete, and percent-encoded
 * @param headers may hold secrets
 * @param body JSON text; null for a GET
 */
public record ErpRequest(
        String method,
        String url,
        Map<String, String> headers,
        @Nullable String body) {

    byte @Nullable [] bytes() {
        return body == null ? null : body.getBytes(StandardCharsets.UTF_8);
    }

    /** Leaves out the headers, which hold secrets. */
    @Override
    public String toString() {
        return method + " " + url;
    }
}
