package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpReply.Ok;
import io.waybill.erp.ErpReply.Refused;
import io.waybill.erp.SignIn.Failed;
import io.waybill.erp.SignIn.Pass;
import io.waybill.erp.Verdict.Heard;
import io.waybill.erp.mapping.Path;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import io.waybill.expression.Value;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gets a pass in the way the profile describes. */
final class Passes {

    /** Renewed this long before it expires, so that it does not expire on the way. */
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final EndpointProfile profile;
    private final ErpProperties properties;
    private final ErpSender sender;
    private final Verdict verdict;
    private final Scope scope;
    private final Clock clock;

    /** @param scope has {@code const} and {@code secret} */
    Passes(
            EndpointProfile profile,
            ErpProperties properties,
            ErpSender sender,
            Verdict verdict,
            Scope scope,
            Clock clock) {
        this.profile = profile;
        this.properties = properties;
        this.sender = sender;
        this.verdict = verdict;
        this.scope = scope;
        this.clock = clock;
    }

    /** True when a rejected pass can be replaced by a new one. */
    boolean canRenew() {
        return switch (profile.auth()) {
            case Auth.Canonical canonical -> properties.signsIn();
            case Auth.Fixed fixed -> false;
            case Auth.Basic basic -> false;
            case Auth.OAuth2 oauth2 -> true;
            case Auth.Session session -> true;
        };
    }

    /** After which a pass that was not used is over; null: never, or not known. */
    static @Nullable Duration idle(Auth auth) {
        return auth instanceof Auth.Session session ? session.idle() : null;
    }

    /** Where an answer says that the pass is over although its status is not 401; null: nowhere. */
    static @Nullable Path expired(Auth auth) {
        return switch (auth) {
            case Auth.Session session -> session.expired();
            case Auth.OAuth2 oauth2 -> oauth2.expired();
            default -> null;
        };
    }

    SignIn.Result fetch(List<ErpExchange> exchanges) {
        return switch (profile.auth()) {
            case Auth.Canonical canonical when properties.signsIn() -> byOperation(exchanges);
            case Auth.Canonical canonical ->
                properties.accessToken() == null ? Pass.NONE : bearer(properties.accessToken(), Instant.MAX);
            case Auth.Fixed(var headers) -> fixed(texts(headers, scope), Instant.MAX);
            case Auth.Basic(var username, var password) ->
                fixed(Map.of("Authorization", basic(username.text(scope), password.text(scope))), Instant.MAX);
            case Auth.OAuth2 oauth2 -> byOAuth2(oauth2, exchanges);
            case Auth.Session session -> byLogin(session, exchanges);
        };
    }

    private SignIn.Result byOperation(List<ErpExchange> exchanges) {
        Endpoint.Canonical endpoint =
                (Endpoint.Canonical) profile.endpoint(ErpOperation.AUTH).orElseThrow();
        ObjectNode credentials = properties.username() != null
                ? ErpJson.object().put("username", properties.username()).put("password", properties.password())
                : ErpJson.object()
                        .put("client_id", properties.clientId())
                        .put("client_secret", properties.clientSecret());
        HttpResult result = sender.send(
                ErpOperation.AUTH,
                base -> RequestWriter.canonical(base, endpoint, credentials, Map.of(), null, Map.of()),
                exchanges);
        return switch (verdict.of(ErpOperation.AUTH, result)) {
            case Ok(JsonNode body) -> token(body, "AUTH");
            case ErpReply failed -> new Failed(failed);
        };
    }

    private SignIn.Result byOAuth2(Auth.OAuth2 oauth2, List<ErpExchange> exchanges) {
        String url = oauth2.tokenUrl().text(scope);
        if (!url.startsWith("/") && !isSafe(URI.create(url))) {
            return new Failed(
                    new Refused(
                            "AUTH: token-url of the profile must begin with https, or our secret would go through the net for all to read."));
        }
        HttpResult result = sender.send(
                ErpOperation.AUTH, base -> tokenRequest(oauth2, url.startsWith("/") ? base + url : url), exchanges);
        return switch (heard(result, Map.of())) {
            case Heard.Json(JsonNode json) when json.path("access_token").isTextual() -> token(json, "AUTH");
            case Heard.Ended(ErpReply reply) -> new Failed(reply);
            case Heard other ->
                new Failed(new Refused("AUTH: the answer of %s holds no access_token."
                        .formatted(url.startsWith("/") ? url : URI.create(url).getHost())));
        };
    }

    private ErpRequest tokenRequest(Auth.OAuth2 oauth2, String url) {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
        ObjectNode asked = ErpJson.object();
        asked.put("grant_type", "client_credentials");
        String id = oauth2.clientId().text(scope);
        String secret = oauth2.clientSecret().text(scope);
        if (oauth2.byBasic()) {
            headers.put("Authorization", basic(id, secret));
        } else {
            asked.put("client_id", id);
            asked.put("client_secret", secret);
        }
        if (oauth2.scope() != null) {
            asked.put("scope", oauth2.scope().text(scope));
        }
        return oauth2.byGet()
                ? new ErpRequest("GET", RequestWriter.withQuery(url, asked), headers, null)
                : new ErpRequest("POST", url, headers, new ErpBody.Form(RequestWriter.texts(asked)));
    }

    private static boolean isSafe(URI url) {
        return "https".equals(url.getScheme())
                || "localhost".equals(url.getHost())
                || String.valueOf(url.getHost()).startsWith("127.");
    }

    private SignIn.Result byLogin(Auth.Session session, List<ErpExchange> exchanges) {
        HttpResult result = sender.send(
                ErpOperation.AUTH,
                base -> RequestWriter.mapped(base, session.login().request(), scope, Map.of(), Map.of()),
                exchanges);
        return switch (heard(result, session.login().outcomes())) {
            case Heard.Ended(ErpReply reply) -> new Failed(reply);
            case Heard.Nothing nothing -> opened(session, ErpJson.object(), result);
            case Heard.Json(JsonNode json) -> opened(session, json, result);
        };
    }

    private SignIn.Result opened(Auth.Session session, JsonNode answer, HttpResult result) {
        Scope withLogin = scope.with("login", answer);
        Map<String, String> headers = texts(session.headers(), withLogin);
        List<String> cookies = new ArrayList<>();
        List<String> given = result instanceof HttpResult.Answered answered ? answered.cookies() : List.of();
        for (String name : session.cookies()) {
            Optional<String> cookie = given.stream()
                    .map(text -> text.split(";", 2)[0].strip())
                    .filter(text -> text.startsWith(name + "="))
                    .findFirst();
            if (cookie.isEmpty()) {
                return new Failed(new Refused("AUTH: the login was answered without the cookie %s.".formatted(name)));
            }
            cookies.add(cookie.get());
        }
        if (!cookies.isEmpty()) {
            headers.put("Cookie", String.join("; ", cookies));
        }
        return fixed(headers, Instant.MAX);
    }

    private Heard heard(HttpResult result, Map<Integer, io.waybill.erp.mapping.Outcome> outcomes) {
        return verdict.hear("AUTH", false, result, outcomes);
    }

    private SignIn.Result token(JsonNode body, String where) {
        String value = body.path("access_token").textValue();
        Instant expires = expiry(body.path("expires_in"));
        return value == null ? new Pass(Map.of(), List.of(), expires) : bearer(value, expires);
    }

    private static SignIn.Result bearer(String token, Instant expires) {
        return fitsIntoHeader(token)
                ? new Pass(Map.of("Authorization", "Bearer " + token), List.of(token), expires)
                : unfit("access_token", "Make the ERP answer a plain token.");
    }

    private static SignIn.Result fixed(Map<String, String> headers, Instant expires) {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (header.getValue().isBlank() || !header.getValue().chars().allMatch(c -> c >= ' ' && c < 127)) {
                return unfit("the header " + header.getKey(), "Copy the secret again.");
            }
        }
        return new Pass(headers, List.copyOf(headers.values()), expires);
    }

    private static Failed unfit(String what, String advice) {
        return new Failed(
                new Refused("AUTH: %s contains characters that cannot stand in an HTTP header, or is empty. %s"
                        .formatted(what, advice)));
    }

    private Instant expiry(JsonNode expiresIn) {
        // Some token servers write the number as text.
        long seconds = expiresIn.asLong(-1);
        if (seconds < 0) {
            return Instant.MAX;
        }
        // More than a year is as good as for ever, and keeps the sum within what an Instant holds.
        Duration life = Duration.ofSeconds(Math.min(seconds, 31_536_000));
        Duration early = EARLY.compareTo(life.dividedBy(2)) < 0 ? EARLY : life.dividedBy(2);
        return clock.instant().plus(life).minus(early);
    }

    private static Map<String, String> texts(Map<String, Value> values, Scope scope) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, Json.text(value.resolve(scope))));
        return texts;
    }

    private static String basic(String username, String password) {
        String both = username + ':' + password;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    static boolean fitsIntoHeader(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
