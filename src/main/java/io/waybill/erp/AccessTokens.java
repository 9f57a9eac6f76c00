package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpReply.Ok;
import io.waybill.erp.ErpReply.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token for calls: given by configuration, or fetched by AUTH and kept until it expires or is rejected.
 *
 * <p>However many calls need a new token at once, one of them fetches it and all others wait for that.
 */
final class AccessTokens {

    /** Renewed this long before it expires, so that it does not expire on the way. */
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final ErpProperties properties;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Token token;
    private @Nullable CompletableFuture<SignIn> pending;

    AccessTokens(ErpProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.token = properties.signsIn() ? null : new Token(properties.accessToken(), Instant.MAX);
    }

    /** How an attempt to get a token ended. */
    sealed interface SignIn {}

    /** @param value null when this ERP needs none */
    record Token(@Nullable String value, Instant expires) implements SignIn {

        @Override
        public String toString() {
            return "Token[expires=" + expires + "]";
        }
    }

    record Failed(ErpReply reply) implements SignIn {}

    /** True when a rejected token can be replaced by a new one. */
    boolean canRenew() {
        return properties.signsIn();
    }

    /**
     * A token that is not known to be bad.
     *
     * @param rejected the token that the ERP has just answered 401 to
     * @param auth calls AUTH
     */
    SignIn get(@Nullable Token rejected, Function<ObjectNode, ErpReply> auth) {
        CompletableFuture<SignIn> flight;
        boolean mine = false;
        lock.lock();
        try {
            Token known = token;
            if (known != null && known != rejected && clock.instant().isBefore(known.expires())) {
                return known;
            }
            if (pending == null) {
                pending = new CompletableFuture<>();
                mine = true;
            }
            flight = pending;
        } finally {
            lock.unlock();
        }
        if (mine) {
            fetch(flight, auth);
        }
        return flight.join();
    }

    private void fetch(CompletableFuture<SignIn> flight, Function<ObjectNode, ErpReply> auth) {
        SignIn result = new Failed(new ErpReply.Down("AUTH: it broke off inside Waybill; see the log."));
        try {
            result = signedIn(auth.apply(credentials()));
        } finally {
            lock.lock();
            try {
                token = result instanceof Token fresh ? fresh : null;
                pending = null;
            } finally {
                lock.unlock();
            }
            flight.complete(result);
        }
    }

    private SignIn signedIn(ErpReply reply) {
        if (!(reply instanceof Ok(JsonNode body))) {
            return new Failed(reply);
        }
        String value = body.path("access_token").textValue();
        if (value != null && !fitsIntoHeader(value)) {
            return new Failed(
                    new Refused(
                            "AUTH: access_token contains characters that cannot stand in an HTTP header. Make the ERP answer a plain token."));
        }
        return new Token(value, expiry(body.path("expires_in")));
    }

    private Instant expiry(JsonNode expiresIn) {
        if (!expiresIn.isNumber()) {
            return Instant.MAX;
        }
        // More than a year is as good as for ever, and keeps the sum within what an Instant holds.
        Duration life = Duration.ofSeconds(Math.clamp(expiresIn.longValue(), 0, 31_536_000));
        Duration early = EARLY.compareTo(life.dividedBy(2)) < 0 ? EARLY : life.dividedBy(2);
        return clock.instant().plus(life).minus(early);
    }

    private ObjectNode credentials() {
        ObjectNode credentials = ErpJson.object();
        return properties.username() != null
                ? credentials.put("username", properties.username()).put("password", properties.password())
                : credentials.put("client_id", properties.clientId()).put("client_secret", properties.clientSecret());
    }

    /** {@code text} without anything secret in it: an ERP may repeat in its answers what we sent. */
    String withoutSecrets(String text) {
        Token current = token;
        String safe = text;
        Stream<String> secrets =
                Stream.concat(properties.secrets(), Optional.ofNullable(current).map(Token::value).stream());
        for (String secret : secrets.toList()) {
            // A secret of one or two letters would mask half the text and protect nothing.
            safe = secret.length() < 3 ? safe : safe.replace(secret, "***");
        }
        return safe;
    }

    static boolean fitsIntoHeader(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
