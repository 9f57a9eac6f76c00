package io.waybill.erp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.AccessTokens.Failed;
import io.waybill.erp.AccessTokens.SignIn;
import io.waybill.erp.AccessTokens.Token;
import io.waybill.erp.ErpReply.Down;
import io.waybill.erp.ErpReply.Refused;
import io.waybill.erp.ErpReply.Unknown;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one request, with what belongs to it: guards, token, the one repetition that is safe, and a record of each exchange. */
final class ErpCaller {

    private static final int SHOWN_BYTES = 32 * 1024;
    private static final String NOT_SHOWN = "(not shown: credentials)";

    private final ErpHttp http;
    private final ErpAddress address;
    private final Guards guards;
    private final AccessTokens tokens;
    private final EndpointProfile profile;
    private final FileFields files;
    private final Duration responseTimeout;
    private final Duration retryPause;
    private final Clock clock;

    ErpCaller(
            ErpHttp http,
            ErpAddress address,
            Guards guards,
            AccessTokens tokens,
            ErpSetup setup,
            FileFields files,
            Duration retryPause,
            Clock clock) {
        this.http = http;
        this.address = address;
        this.guards = guards;
        this.tokens = tokens;
        this.profile = setup.profile();
        this.files = files;
        this.responseTimeout = setup.responseTimeout();
        this.retryPause = retryPause;
        this.clock = clock;
    }

    /** @param exchanges gets a record of each HTTP request this takes */
    ErpReply ask(ErpOperation operation, ObjectNode request, @Nullable String key, List<ErpExchange> exchanges) {
        int before = exchanges.size();
        ErpReply reply = guards.run(operation, () -> authorised(operation, request, key, exchanges));
        if (reply instanceof Down && !operation.writes() && failedFast(exchanges, before) && pause()) {
            return guards.run(operation, () -> authorised(operation, request, key, exchanges));
        }
        return reply;
    }

    /** A customer who has waited for one time-out must not wait for a second. */
    private boolean failedFast(List<ErpExchange> exchanges, int before) {
        return exchanges.size() > before && exchanges.getLast().took().compareTo(responseTimeout.dividedBy(2)) < 0;
    }

    private boolean pause() {
        try {
            Thread.sleep(retryPause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ErpReply authorised(
            ErpOperation operation, ObjectNode request, @Nullable String key, List<ErpExchange> exchanges) {
        return switch (tokens.get(null, credentials -> signIn(credentials, exchanges))) {
            case Failed(ErpReply why) -> cannotSignIn(operation, why);
            case Token token -> {
                HttpResult result = send(operation, request, key, token, exchanges);
                yield isRejected(result) && tokens.canRenew()
                        ? withNewToken(operation, request, key, token, exchanges)
                        : safe(Verdict.of(operation, result));
            }
        };
    }

    /** 401 says that nothing was executed, so even a write may be sent once more. */
    private ErpReply withNewToken(
            ErpOperation operation,
            ObjectNode request,
            @Nullable String key,
            Token rejected,
            List<ErpExchange> exchanges) {
        SignIn renewed = tokens.get(rejected, credentials -> signIn(credentials, exchanges));
        return switch (renewed) {
            case Failed(ErpReply why) -> cannotSignIn(operation, why);
            case Token token -> safe(Verdict.of(operation, send(operation, request, key, token, exchanges)));
        };
    }

    private ErpReply signIn(ObjectNode credentials, List<ErpExchange> exchanges) {
        return guards.run(
                ErpOperation.AUTH,
                () -> safe(Verdict.of(ErpOperation.AUTH, send(ErpOperation.AUTH, credentials, null, null, exchanges))));
    }

    private static ErpReply cannotSignIn(ErpOperation operation, ErpReply why) {
        String sentence = "%s: not sent, because signing in failed. ".formatted(operation);
        return switch (why) {
            case Refused(String reason) -> new Refused(sentence + reason);
            case Down(String reason) -> new Down(sentence + reason);
            // Signing in reads nothing and writes nothing; these are here for the compiler.
            case Unknown(String reason) -> new Down(sentence + reason);
            case ErpReply.Ok ok -> new Down(sentence);
            case ErpReply.Empty empty -> new Down(sentence);
        };
    }

    private HttpResult send(
            ErpOperation operation,
            ObjectNode fields,
            @Nullable String key,
            @Nullable Token token,
            List<ErpExchange> exchanges) {
        Optional<URI> baseUrl = address.baseUrl();
        if (baseUrl.isEmpty()) {
            return new HttpResult.NotSent("the demo ERP has not started yet.");
        }
        Endpoint endpoint = profile.endpoint(operation).orElseThrow();
        ErpRequest request = RequestWriter.write(
                baseUrl.get(),
                endpoint,
                fields,
                key,
                token == null ? null : token.value(),
                written -> files.expand(Contract.of(operation), written));
        Instant at = clock.instant();
        long start = System.nanoTime();
        HttpResult result = http.send(operation, request);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        exchanges.add(exchange(operation, request, result, took, at));
        Watching.arrived(() -> RawAnswer.of(operation, result, took, responseTimeout));
        return result;
    }

    private ErpExchange exchange(
            ErpOperation operation, ErpRequest request, HttpResult result, Duration took, Instant at) {
        boolean secret = operation == ErpOperation.AUTH;
        ErpBody body = request.body();
        String shown = body == null ? null : secret ? NOT_SHOWN : tokens.withoutSecrets(cut(body.shown()));
        Integer status = result instanceof HttpResult.Answered answered ? answered.status() : null;
        String answer = switch (result) {
            case HttpResult.Answered answered when secret -> NOT_SHOWN;
            case HttpResult.Answered answered -> tokens.withoutSecrets(text(answered));
            case HttpResult.NotSent(String reason) -> reason;
            case HttpResult.Lost(String reason) -> reason;
            case HttpResult.TooLarge(int limit) -> "The answer is longer than %,d bytes.".formatted(limit);
        };
        return new ErpExchange(request.method(), tokens.withoutSecrets(request.url()), shown, status, answer, took, at);
    }

    private static String text(HttpResult.Answered answer) {
        int length = Math.min(answer.body().length, SHOWN_BYTES);
        return ErpJson.clean(new String(answer.body(), 0, length, answer.charset()));
    }

    private static String cut(String text) {
        return text.length() <= SHOWN_BYTES ? text : text.substring(0, SHOWN_BYTES);
    }

    /** An ERP may repeat a token in its error message. */
    private ErpReply safe(ErpReply reply) {
        return switch (reply) {
            case Refused(String reason) -> new Refused(tokens.withoutSecrets(reason));
            case Down(String reason) -> new Down(tokens.withoutSecrets(reason));
            case Unknown(String reason) -> new Unknown(tokens.withoutSecrets(reason));
            case ErpReply.Ok ok -> ok;
            case ErpReply.Empty empty -> empty;
        };
    }

    /** @see ErpGateway#withoutSecrets */
    String withoutSecrets(String text) {
        return tokens.withoutSecrets(text);
    }

    private static boolean isRejected(HttpResult result) {
        return result instanceof HttpResult.Answered answered && answered.status() == 401;
    }
}
