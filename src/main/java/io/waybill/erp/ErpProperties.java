package io.waybill.erp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Which ERP we talk to and how. Nothing set at all means the demo ERP.
 *
 * <p>A limit set here wins over the one in the endpoint profile, which wins over our default.
 *
 * @param baseUrl where the paths of the profile begin, e.g. {@code https://erp.example.com}
 * @param profile file of {@code endpoint-profiles/} without {@code .yaml}
 * @param accessToken sent as bearer with each call
 * @param username sent with {@code password} to AUTH to get a token
 * @param clientId sent with {@code clientSecret} to AUTH to get a token
 * @param namedSecrets {@code waybill.erp.secret.*}, for {@code secret.name} in the {@code auth} of a profile
 * @param constants {@code waybill.erp.const.*}, which win over {@code const} of a profile
 * @param linkHosts to which links to pay by may lead, beside those of the profile and that of {@code baseUrl}
 * @param connectTimeout how long a connection may take (3 s), waiting for a free one included
 * @param responseTimeout how long an answer may take until it is complete (15 s)
 * @param bulkhead calls of one operation that may run at once (64); more wait for {@code bulkheadWait}, then are not sent
 * @param pageSize rows asked for at once in a list (100)
 * @param maxPages pages of one list at most (50)
 * @param maxConnections open connections to the ERP at most
 * @param maxAnswerBytes a longer answer is cut off while it is read
 * @param settle after which a request that was sent has certainly arrived or never will (1 min); before that, what is not found is
 *     not sent again
 * @param retryPause before a read is asked a second and last time
 */
@ConfigurationProperties("waybill.erp")
public record ErpProperties(
        @Nullable String baseUrl,
        @Nullable String profile,
        @Nullable String accessToken,
        @Nullable String username,
        @Nullable String password,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable @Name("secret") Map<String, String> namedSecrets,
        @Nullable @Name("const") Map<String, String> constants,
        @DefaultValue List<String> linkHosts,
        @Nullable Duration connectTimeout,
        @Nullable Duration responseTimeout,
        @Nullable Integer bulkhead,
        @DefaultValue("1s") Duration bulkheadWait,
        @Nullable Integer pageSize,
        @Nullable Integer maxPages,
        @DefaultValue("400") int maxConnections,
        @DefaultValue("5000000") int maxAnswerBytes,
        @DefaultValue("200ms") Duration retryPause,
        @DefaultValue("1m") Duration settle,
        @DefaultValue CircuitBreaker circuitBreaker) {

    /** The profile of the demo ERP. */
    public static final String DEMO = "demo";

    /**
     * When an operation is left alone for a while.
     *
     * @param calls how many of the last calls are looked at; it opens after at least half as many
     * @param failurePercent of them that must have failed technically
     * @param open how long nothing is sent then
     */
    public record CircuitBreaker(
            @DefaultValue("20") int calls,
            @DefaultValue("50") int failurePercent,
            @DefaultValue("10s") Duration open) {}

    /** Spring's environment knows no absence: an empty text stands for it. */
    public ErpProperties {
        baseUrl = blankToNull(baseUrl);
        profile = blankToNull(profile);
        accessToken = blankToNull(accessToken);
        username = blankToNull(username);
        password = blankToNull(password);
        clientId = blankToNull(clientId);
        clientSecret = blankToNull(clientSecret);
        namedSecrets = namedSecrets == null ? Map.of() : Map.copyOf(namedSecrets);
        constants = constants == null ? Map.of() : Map.copyOf(constants);
        linkHosts = List.copyOf(linkHosts);
    }

    /** True when no real ERP is configured. */
    public boolean isDemo() {
        return baseUrl == null;
    }

    /** The name of the active profile. */
    public String activeProfile() {
        return profile == null ? DEMO : profile;
    }

    /** True when a token is fetched by AUTH. */
    boolean signsIn() {
        return username != null || clientId != null;
    }

    /** The names of the secrets that are set. */
    Stream<String> secretNames() {
        Map<String, Optional<String>> own = Map.of(
                "access-token", Optional.ofNullable(accessToken),
                "username", Optional.ofNullable(username),
                "password", Optional.ofNullable(password),
                "client-id", Optional.ofNullable(clientId),
                "client-secret", Optional.ofNullable(clientSecret));
        return Stream.concat(
                own.keySet().stream().filter(name -> own.get(name).isPresent()), namedSecrets.keySet().stream());
    }

    /** Everything that must never be shown. */
    Stream<String> secrets() {
        return Stream.concat(
                Stream.of(accessToken, password, clientSecret).filter(secret -> secret != null),
                namedSecrets.values().stream());
    }

    /**
     * The same limits for another ERP.
     *
     * @param canonical its profile says nothing of signing in
     */
    ErpProperties connectedTo(ErpConnection connection, boolean canonical) {
        return new ErpProperties(
                connection.baseUrl(),
                connection.profile(),
                canonical ? connection.secret("access-token") : null,
                canonical ? connection.secret("username") : null,
                canonical ? connection.secret("password") : null,
                canonical ? connection.secret("client-id") : null,
                canonical ? connection.secret("client-secret") : null,
                canonical ? Map.of() : connection.secrets(),
                connection.constants(),
                linkHosts,
                connectTimeout,
                responseTimeout,
                bulkhead,
                bulkheadWait,
                pageSize,
                maxPages,
                maxConnections,
                maxAnswerBytes,
                retryPause,
                settle,
                circuitBreaker);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Shows what is set, never the secrets themselves. */
    @Override
    public String toString() {
        return "ErpProperties[baseUrl=%s, profile=%s, accessToken=%s, username=%s, password=%s, clientId=%s, clientSecret=%s, secrets=%s]"
                .formatted(
                        baseUrl,
                        profile,
                        mask(accessToken),
                        username,
                        mask(password),
                        clientId,
                        mask(clientSecret),
                        namedSecrets.keySet());
    }

    private static String mask(@Nullable String secret) {
        return secret == null ? "not set" : "***";
    }
}
