package io.waybill.erp;

import io.waybill.erp.mapping.Path;
import io.waybill.erp.mapping.Step;
import io.waybill.expression.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an ERP knows who asks, as its profile describes it. Secrets stand here only as references. */
public sealed interface Auth {

    /** As our contract has it: a bearer token that is configured, or that AUTH gives; or none. */
    record Canonical() implements Auth {}

    /** The same headers with each call. */
    record Fixed(Map<String, Value> headers) implements Auth {}

    /** A user name and a password with each call. */
    record Basic(Value username, Value password) implements Auth {}

    /**
     * OAuth 2.0 client credentials (RFC 6749, 4.4).
     *
     * @param tokenUrl an address, or a path below the base URL
     * @param byGet the token is asked for by GET, as some do against the RFC
     * @param byBasic the client signs in by HTTP basic, not in the form
     * @param expired where an answer says that the token is over although its status is not 401; null: nowhere
     */
    record OAuth2(
            Value tokenUrl,
            Value clientId,
            Value clientSecret,
            @Nullable Value scope,
            boolean byGet,
            boolean byBasic,
            @Nullable Path expired)
            implements Auth {}

    /**
     * A session that a login opens.
     *
     * @param cookies of the login's answer that go back with each call
     * @param headers of each call, over {@code login}, the login's answer
     * @param idle after which the ERP forgets the session; null: not known
     * @param expired where an answer says so although its status is not 401; null: nowhere
     */
    record Session(
            Step login,
            List<String> cookies,
            Map<String, Value> headers,
            @Nullable Duration idle,
            @Nullable Path expired)
            implements Auth {}
}
