package io.waybill.erp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to the ERP as it goes out.
 *
 * @param url complete, and percent-encoded
 * @param headers may hold secrets
 * @param body null for a GET
 */
record ErpRequest(
        String method,
        String url,
        Map<String, String> headers,
        @Nullable ErpBody body) {

    /** Leaves out the headers, which hold secrets. */
    @Override
    public String toString() {
        return method + " " + url;
    }
}
