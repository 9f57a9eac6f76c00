package io.waybill.erp;

import io.waybill.erp.mapping.Mapping;
import io.waybill.erp.mapping.PathTemplate;
import java.util.Map;

/** How an ERP has one operation. */
public sealed interface Endpoint {

    /**
     * It speaks our contract: our JSON out, our JSON back.
     *
     * @param path below the base URL, with {@code {field}} placeholders
     */
    record Canonical(String method, PathTemplate path, Map<String, String> headers) implements Endpoint {

        public Canonical {
            headers = Map.copyOf(headers);
        }

        /** GET carries the request in its query, every other method as JSON. */
        boolean sendsQuery() {
            return method.equals("GET");
        }
    }

    /** It has words of its own. */
    record Mapped(Mapping mapping) implements Endpoint {}

    /**
     * A Camel route does it, in our JSON both ways.
     *
     * @param uri begins with {@code direct:}
     */
    record Routed(String uri, EndpointProfile.Idempotency idempotency) implements Endpoint {}
}
