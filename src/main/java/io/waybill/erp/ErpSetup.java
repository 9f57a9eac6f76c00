package io.waybill.erp;

import static io.waybill.home.Misconfigured.unless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.home.Misconfigured;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code waybill.erp.*} and the active profile brought together: only a set-up that is whole becomes one of these. */
record ErpSetup(
        @Nullable URI baseUrl,
        EndpointProfile profile,
        ObjectNode constants,
        Duration connectTimeout,
        Duration responseTimeout,
        int bulkhead,
        int pageSize,
        int maxPages) {

    /** @throws Misconfigured with one sentence that names the property to change */
    static ErpSetup of(ErpProperties properties, EndpointProfiles profiles) {
        return of(properties, profiles, EndpointProfile.Kind.ERP);
    }

    /** @param kind that the profile has to be of */
    static ErpSetup of(ErpProperties properties, EndpointProfiles profiles, EndpointProfile.Kind kind) {
        unless(
                properties.baseUrl() == null || properties.profile() != null,
                "waybill.erp.base-url is set, but waybill.erp.profile is not: name one of %s."
                        .formatted(String.join(", ", profiles.names())));
        unless(
                properties.baseUrl() != null || properties.activeProfile().equals(ErpProperties.DEMO),
                "waybill.erp.profile is set to \"%s\", but waybill.erp.base-url is not: say where this ERP is."
                        .formatted(properties.profile()));
        requireWholeCredentials(properties);
        requireUsableLimits(properties);
        requireHosts(properties);
        return of(properties, profiles.load(properties.activeProfile()), kind);
    }

    /** As {@link #of(ErpProperties, EndpointProfiles)}, of what is connected in the console: it may lack operations. */
    static ErpSetup of(ErpProperties properties, EndpointProfile profile) {
        requireWholeCredentials(properties);
        return of(properties, profile, EndpointProfile.Kind.ERP);
    }

    private static ErpSetup of(ErpProperties properties, EndpointProfile profile, EndpointProfile.Kind kind) {
        unless(
                profile.kind() == kind,
                "The profile \"%s\" is of the kind %s, which does not belong into waybill.erp.profile."
                        .formatted(profile.name(), profile.kind().name().toLowerCase(Locale.ROOT)));
        profile.secrets().stream()
                .filter(secret -> !properties.namedSecrets().containsKey(secret))
                .findFirst()
                .ifPresent(missing -> {
                    throw new Misconfigured("The profile \"%s\" signs in with waybill.erp.secret.%s, which is not set."
                            .formatted(profile.name(), missing));
                });
        unless(
                !properties.signsIn() || profile.endpoint(ErpOperation.AUTH).isPresent(),
                "%s is set, but the profile \"%s\" has no endpoint for AUTH: add one, or remove the property."
                        .formatted(
                                properties.username() != null ? "waybill.erp.username" : "waybill.erp.client-id",
                                profile.name()));
        unless(
                profile.files() != EndpointProfile.Files.INLINE
                        || profile.endpoint(ErpOperation.CREATE_APPLICANT)
                                .filter(endpoint ->
                                        endpoint instanceof Endpoint.Canonical canonical && canonical.sendsQuery())
                                .isEmpty(),
                "The profile \"%s\" sends CREATE_APPLICANT by GET, which has no room for a file: take another method, or \"files: link\"."
                        .formatted(profile.name()));
        return new ErpSetup(
                properties.baseUrl() == null ? null : url(properties.baseUrl(), profile),
                profile,
                constants(properties, profile),
                positive(
                        "connect-timeout",
                        first(properties.connectTimeout(), profile.limits().connectTimeout(), Duration.ofSeconds(3))),
                positive(
                        "response-timeout",
                        first(
                                properties.responseTimeout(),
                                profile.limits().responseTimeout(),
                                Duration.ofSeconds(15))),
                positive(
                        "bulkhead",
                        first(properties.bulkhead(), profile.limits().bulkhead(), 64)),
                positive(
                        "page-size",
                        first(properties.pageSize(), profile.limits().pageSize(), 100)),
                positive(
                        "max-pages",
                        first(properties.maxPages(), profile.limits().maxPages(), 50)));
    }

    ErpSetup withTimeoutsOf(ErpSetup other) {
        return new ErpSetup(
                baseUrl,
                profile,
                constants,
                other.connectTimeout(),
                other.responseTimeout(),
                bulkhead,
                pageSize,
                maxPages);
    }

    /** The profile's constants with those of the configuration in front. */
    private static ObjectNode constants(ErpProperties properties, EndpointProfile profile) {
        ObjectNode constants = profile.constants().deepCopy();
        properties.constants().keySet().stream()
                .filter(name -> !constants.has(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Misconfigured(
                            "waybill.erp.const.%s is set, but the profile \"%s\" has no such constant; it has %s."
                                    .formatted(name, profile.name(), String.join(", ", (Iterable<String>)
                                            constants::fieldNames)));
                });
        properties.constants().forEach((name, value) -> constants.put(name, value));
        constants.properties().stream()
                .filter(constant -> constant.getValue().isNull())
                .findFirst()
                .ifPresent(missing -> {
                    throw new Misconfigured(
                            "The profile \"%s\" needs waybill.erp.const.%s: set it, or write it into const of the profile."
                                    .formatted(profile.name(), missing.getKey()));
                });
        return constants;
    }

    private static void requireWholeCredentials(ErpProperties properties) {
        requirePair("username", properties.username(), "password", properties.password());
        requirePair("client-id", properties.clientId(), "client-secret", properties.clientSecret());
        unless(
                properties.username() == null || properties.clientId() == null,
                "Both waybill.erp.username and waybill.erp.client-id are set: keep the one this ERP signs in with.");
        unless(
                properties.accessToken() == null || !properties.signsIn(),
                "Both waybill.erp.access-token and %s are set: keep the one this ERP signs in with."
                        .formatted(properties.username() != null ? "waybill.erp.username" : "waybill.erp.client-id"));
        unless(
                !properties.isDemo() || properties.accessToken() == null && !properties.signsIn(),
                "waybill.erp has credentials, but waybill.erp.base-url is not set: say where this ERP is.");
        unless(
                properties.accessToken() == null || Passes.fitsIntoHeader(properties.accessToken()),
                "waybill.erp.access-token contains characters that cannot stand in an HTTP header: copy it again.");
    }

    private static void requireUsableLimits(ErpProperties properties) {
        notNegative("bulkhead-wait", properties.bulkheadWait());
        notNegative("retry-pause", properties.retryPause());
        positive("max-connections", properties.maxConnections());
        positive("max-answer-bytes", properties.maxAnswerBytes());
        ErpProperties.CircuitBreaker breaker = properties.circuitBreaker();
        positive("circuit-breaker.calls", breaker.calls());
        positive("circuit-breaker.open", breaker.open());
        unless(
                breaker.failurePercent() > 0 && breaker.failurePercent() <= 100,
                "waybill.erp.circuit-breaker.failure-percent must be from 1 to 100, not %d."
                        .formatted(breaker.failurePercent()));
    }

    private static void requireHosts(ErpProperties properties) {
        properties
                .linkHosts()
                .forEach(host -> unless(
                        host.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?"),
                        "%s has \"%s\", which is no host: write the name alone, such as checkout.example.com."
                                .formatted(PayLinks.SETTING, host)));
    }

    private static void requirePair(String name, @Nullable String value, String other, @Nullable String otherValue) {
        unless(value == null || otherValue != null, halfPair(name, other));
        unless(otherValue == null || value != null, halfPair(other, name));
    }

    private static String halfPair(String there, String missing) {
        return "waybill.erp.%s is set, but waybill.erp.%s is not: set both or none.".formatted(there, missing);
    }

    private static URI url(String text, EndpointProfile profile) {
        try {
            URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            if (profile.isRoutesOnly()) {
                // What the routes make of it is theirs to say, as the folder of files is.
                unless(
                        !scheme.isEmpty(),
                        "waybill.erp.base-url is no URL: \"%s\"; a folder looks like file:///srv/shop."
                                .formatted(text));
                return url;
            }
            unless(
                    (scheme.equals("http") || scheme.equals("https")) && url.getHost() != null,
                    "waybill.erp.base-url is no http or https URL: \"%s\"; it looks like https://erp.example.com."
                            .formatted(url.getRawUserInfo() == null ? text : "(with credentials)"));
            unless(
                    url.getRawUserInfo() == null,
                    "waybill.erp.base-url contains credentials: move them to waybill.erp.username and waybill.erp.password.");
            unless(
                    url.getRawQuery() == null && url.getRawFragment() == null,
                    "waybill.erp.base-url must end with a host or a path, without ? and #: \"%s\".".formatted(text));
            return url;
        } catch (URISyntaxException e) {
            throw new Misconfigured("waybill.erp.base-url is no URL (%s): it looks like https://erp.example.com."
                    .formatted(e.getReason()));
        }
    }

    private static Duration positive(String name, Duration value) {
        unless(value.isPositive(), "waybill.erp.%s must be longer than nothing, not %s.".formatted(name, value));
        return value;
    }

    private static void notNegative(String name, Duration value) {
        unless(!value.isNegative(), "waybill.erp.%s must not be less than nothing, as %s is.".formatted(name, value));
    }

    private static int positive(String name, int value) {
        unless(value > 0, "waybill.erp.%s must be 1 or more, not %d.".formatted(name, value));
        return value;
    }

    private static <T> T first(@Nullable T property, @Nullable T ofProfile, T byDefault) {
        return property != null ? property : ofProfile != null ? ofProfile : byDefault;
    }
}
