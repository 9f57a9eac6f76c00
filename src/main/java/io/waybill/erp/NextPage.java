package io.waybill.erp;

import io.waybill.erp.mapping.RequestTemplate;
import io.waybill.erp.mapping.Unfit;
import io.waybill.expression.Scope;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The request for a page whose address the ERP gave. */
final class NextPage {

    private NextPage() {}

    /** An address elsewhere is not followed: our pass would go with it. */
    static ErpRequest request(URI baseUrl, String next, RequestTemplate first, Scope scope, Map<String, String> pass) {
        RequestTemplate.Filled filled = first.fill(scope);
        URI address = URI.create(baseUrl + filled.target())
                .resolve(URI.create(next.strip().replace(" ", "%20")));
        if (!String.valueOf(baseUrl.getAuthority()).equalsIgnoreCase(address.getAuthority())
                || !baseUrl.getScheme().equalsIgnoreCase(address.getScheme())) {
            throw new Unfit(
                    "the next page is said to be on %s, which is not the ERP".formatted(address.getAuthority()));
        }
        Map<String, String> headers = new HashMap<>(filled.headers());
        headers.put("Accept", "application/json");
        headers.putAll(pass);
        return new ErpRequest("GET", address.toString(), headers, null);
    }
}
