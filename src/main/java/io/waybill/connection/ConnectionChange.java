package io.waybill.connection;

import io.waybill.erp.ErpOperation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be saved; what is not said stays as it is.
 *
 * @param version what was looked at
 * @param startFrom a shipped profile, or "empty": takes the place of the profile with all that was changed in it
 * @param text of the profile, YAML
 * @param baseUrl where its paths begin
 * @param inside whether the base URL may be inside our own network
 * @param idempotency keyed, findable or manual: how a write with an unknown end is settled
 * @param constants by name; an empty text removes one
 * @param secrets by name, in plain text: they are sealed and never shown again; an empty text removes one
 * @param endpoints of operations that speak our contract
 * @param answers where mapped operations read fields of their answers
 */
record ConnectionChange(
        @Nullable Long version,
        @Nullable String startFrom,
        @Nullable String text,
        @Nullable String baseUrl,
        @Nullable Boolean inside,
        @Nullable String idempotency,
        @Nullable Map<String, String> constants,
        @Nullable Map<String, String> secrets,
        @Nullable List<EndpointChange> endpoints,
        @Nullable List<AnswerChange> answers) {

    static final String NOTHING = "empty";

    /**
     * @param method GET, POST, PUT, PATCH or DELETE
     * @param path below the base URL; empty: the ERP does not have the operation
     */
    record EndpointChange(
            @Nullable ErpOperation operation,
            @Nullable String method,
            @Nullable String path) {}

    /**
     * @param field of the contract
     * @param place of the value in the answer as it came, a JSONPath such as $.data[0].name
     */
    record AnswerChange(
            @Nullable ErpOperation operation,
            @Nullable String field,
            @Nullable String place) {}
}
