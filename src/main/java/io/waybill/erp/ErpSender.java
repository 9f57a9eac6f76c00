package io.waybill.erp;

import io.github.bucket4j.Bucket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sends one HTTP request, not more often than the ERP wants, and keeps a record of it that is fit to be shown. */
final class ErpSender {

    private static final int SHOWN_BYTES = 32 * 1024;
    private static final String NOT_SHOWN = "(not shown: credentials)";

    private final ErpHttp http;
    private final ErpAddress address;
    private final @Nullable Bucket rate;
    private final Duration rateWait;
    private final UnaryOperator<String> withoutSecrets;
    private final Duration responseTimeout;
    private final Clock clock;

    /**
     * @param rate null when the ERP takes any number of calls
     * @param rateWait how long a call may wait for its turn
     */
    ErpSender(
            ErpHttp http,
            ErpAddress address,
            @Nullable Bucket rate,
            Duration rateWait,
            UnaryOperator<String> withoutSecrets,
            Duration responseTimeout,
            Clock clock) {
        this.http = http;
        this.address = address;
        this.rate = rate;
        this.rateWait = rateWait;
        this.withoutSecrets = withoutSecrets;
        this.responseTimeout = responseTimeout;
        this.clock = clock;
    }

    /**
     * @param write makes the request, given where the ERP is
     * @param exchanges gets the record
     */
    HttpResult send(ErpOperation operation, Function<URI, ErpRequest> write, List<ErpExchange> exchanges) {
        Optional<URI> baseUrl = address.baseUrl();
        if (baseUrl.isEmpty()) {
            return new HttpResult.NotSent("the demo ERP has not started yet.");
        }
        ErpRequest request = write.apply(baseUrl.get());
        try {
            if (rate != null && !rate.asBlocking().tryConsume(1, rateWait)) {
                return new HttpResult.NotSent("the ERP takes no more calls at this moment (rate in its profile).");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HttpResult.NotSent("Waybill is stopping.");
        }
        Watching.sends(operation, () -> headers(request));
        Instant at = clock.instant();
        long start = System.nanoTime();
        HttpResult result = Watching.isDry()
                ? new HttpResult.NotSent("This is a dry run: nothing was sent.")
                : http.send(operation, request);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        exchanges.add(exchange(operation, request, result, took, at));
        Watching.arrived(() -> RawAnswer.of(operation, result, took, responseTimeout));
        return result;
    }

    private Map<String, String> headers(ErpRequest request) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> headers.put(name, withoutSecrets.apply(value)));
        ErpBody body = request.body();
        if (body != null && body.contentType() != null) {
            headers.put("Content-Type", body.contentType());
        }
        return headers;
    }

    private ErpExchange exchange(
            ErpOperation operation, ErpRequest request, HttpResult result, Duration took, Instant at) {
        boolean secret = operation == ErpOperation.AUTH;
        ErpBody body = request.body();
        String shown = body == null ? null : secret ? NOT_SHOWN : withoutSecrets.apply(cut(body.shown()));
        Integer status = result instanceof HttpResult.Answered answered ? answered.status() : null;
        String answer = switch (result) {
            case HttpResult.Answered answered when secret -> NOT_SHOWN;
            case HttpResult.Answered answered -> withoutSecrets.apply(text(answered));
            case HttpResult.NotSent(String reason) -> reason;
            case HttpResult.Lost(String reason) -> reason;
            case HttpResult.TooLarge(int limit) -> "The answer is longer than %,d bytes.".formatted(limit);
        };
        return new ErpExchange(request.method(), withoutSecrets.apply(request.url()), shown, status, answer, took, at);
    }

    private static String text(HttpResult.Answered answer) {
        int length = Math.min(answer.body().length, SHOWN_BYTES);
        return ErpJson.clean(new String(answer.body(), 0, length, answer.charset()));
    }

    private static String cut(String text) {
        return text.length() <= SHOWN_BYTES ? text : text.substring(0, SHOWN_BYTES);
    }
}
