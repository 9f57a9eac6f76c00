package io.waybill.erp;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one ERP is reached: where it has which operation, and what it can stand. What is null is left to {@code waybill.erp.*}.
 *
 * @param name of its file, without {@code .yaml}
 * @param idempotency how a write with an unknown end is resolved
 * @param files how it gets the files that customers send
 */
public record EndpointProfile(
        String name,
        String title,
        Idempotency idempotency,
        Files files,
        Map<ErpOperation, Endpoint> endpoints,
        @Nullable Duration connectTimeout,
        @Nullable Duration responseTimeout,
        @Nullable Integer bulkhead,
        @Nullable Integer pageSize,
        @Nullable Integer maxPages) {

    public EndpointProfile {
        endpoints = Map.copyOf(endpoints);
    }

    /** Empty when this ERP does not have {@code operation}. */
    public Optional<Endpoint> endpoint(ErpOperation operation) {
        return Optional.ofNullable(endpoints.get(operation));
    }

    /** The operations this ERP has; signing in is not one that a flow could ask for. */
    public Set<ErpOperation> available() {
        Set<ErpOperation> available = EnumSet.noneOf(ErpOperation.class);
        available.addAll(endpoints.keySet());
        available.remove(ErpOperation.AUTH);
        return available;
    }

    /** How an ERP gets the files that customers send. */
    public enum Files {
        /** Their bytes stand in the request, as base64. */
        INLINE,
        /** The request says where to fetch them. */
        LINK
    }

    /** What an ERP offers against doing a write twice. */
    public enum Idempotency {
        /** It honours {@code Idempotency-Key}: asking again with the same key is safe. */
        KEYED,
        /** A write can be looked up by our reference. */
        FINDABLE,
        /** Neither: a person decides. */
        MANUAL
    }
}
