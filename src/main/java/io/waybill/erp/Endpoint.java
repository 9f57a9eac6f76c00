package io.waybill.erp;

import java.util.Map;

/**
 * Where an ERP has one operation.
 *
 * @param path below the base URL, with {@code {field}} placeholders
 */
public record Endpoint(String method, String path, Map<String, String> headers) {

    public Endpoint {
        headers = Map.copyOf(headers);
    }

    /** GET carries the request in its query, every other method as JSON. */
    boolean sendsQuery() {
        return method.equals("GET");
    }
}
