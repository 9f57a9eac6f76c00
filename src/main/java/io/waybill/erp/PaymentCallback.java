package io.waybill.erp;

import static io.waybill.home.Misconfigured.unless;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.mapping.Path;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call by which a payment provider says that something happened to a payment: whether it is the provider, and which payment it is
 * about. Nothing else of it is read, because nothing else would be believed.
 */
public final class PaymentCallback {

    /** Of our own address, before the token. */
    static final String PATH = "/api/v1/payment-callbacks/";

    static final String TOKEN = "waybill.payment.callback-token";
    private static final int SHORTEST_TOKEN = 16;
    private static final int LONGEST_ID = 200;

    private final @Nullable String token;
    private final Supplier<EndpointProfile> asked;

    private PaymentCallback(@Nullable String token, Supplier<EndpointProfile> asked) {
        this.token = token;
        this.asked = asked;
    }

    /**
     * @param token that the provider's calls carry; null: none are taken
     * @param asked the profile of the system that is asked for the status of payments, now
     */
    static PaymentCallback of(@Nullable String token, Supplier<EndpointProfile> asked) {
        if (token == null || token.isBlank()) {
            return new PaymentCallback(null, asked);
        }
        unless(
                token.matches("[A-Za-z0-9._~-]{%d,}".formatted(SHORTEST_TOKEN)),
                "%s must be %d or more of A-Z, a-z, 0-9, \".\", \"_\", \"~\" and \"-\", since it stands in a URL and is a secret."
                        .formatted(TOKEN, SHORTEST_TOKEN));
        EndpointProfile configured = asked.get();
        unless(
                configured.paying().callback() != null,
                "%s is set, but the profile \"%s\" does not say which payment a call is about: add callback: { payment_id: … }, or remove the property."
                        .formatted(TOKEN, configured.name()));
        return new PaymentCallback(token, asked);
    }

    /** False when no calls are taken; takes as long whatever is wrong with {@code token}. */
    public boolean admits(String token) {
        return this.token != null
                && MessageDigest.isEqual(
                        this.token.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The payment it is about, by the provider's own id; empty when it names none, as calls about something else do.
     *
     * @throws IOException when the body is no JSON
     */
    public Optional<String> payment(byte[] body) throws IOException {
        JsonNode json = ErpJson.read(body, StandardCharsets.UTF_8);
        Path paymentId = asked.get().paying().callback();
        return Optional.ofNullable(paymentId)
                .map(path -> path.read(json, FieldScope.of(ErpJson.object())))
                .filter(id -> id.isTextual() || id.isNumber())
                .map(JsonNode::asText)
                .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID);
    }

    /** As much of an id of a payment as may stand in a log. */
    public static String masked(String paymentId) {
        int shown = Math.min(4, paymentId.length() / 3);
        return "…" + paymentId.substring(paymentId.length() - shown);
    }
}
