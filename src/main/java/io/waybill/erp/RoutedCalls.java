package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does operations that a Camel route has: it gets our JSON as text, and answers in our JSON.
 *
 * <p>Headers for the route: {@code WaybillOperation}, and for a write {@code WaybillKey}. A route that sets {@code CamelHttpResponseCode}
 * is read like an ERP that answers with that status; one that throws has failed.
 */
final class RoutedCalls {

    private static final Logger log = LoggerFactory.getLogger(RoutedCalls.class);

    private final ProducerTemplate camel;
    private final Verdict verdict;
    private final Clock clock;

    RoutedCalls(ProducerTemplate camel, Verdict verdict, Clock clock) {
        this.camel = camel;
        this.verdict = verdict;
        this.clock = clock;
    }

    ErpReply call(
            ErpOperation operation,
            Endpoint.Routed route,
            ObjectNode fields,
            @Nullable Attempt attempt,
            List<ErpExchange> exchanges) {
        String request = ErpJson.write(ErpJson.clean(fields.deepCopy()));
        Instant at = clock.instant();
        long start = System.nanoTime();
        HttpResult result = Watching.isDry()
                ? new HttpResult.NotSent("This is a dry run: the route was not called.")
                : result(route, send(operation, route, request, attempt));
        exchanges.add(new ErpExchange(
                "ROUTE",
                route.uri(),
                request,
                result instanceof HttpResult.Answered answered ? answered.status() : null,
                shown(result),
                Duration.ofNanos(System.nanoTime() - start),
                at));
        return verdict.of(operation, result);
    }

    private Exchange send(ErpOperation operation, Endpoint.Routed route, String request, @Nullable Attempt attempt) {
        return camel.send(route.uri(), message -> {
            message.getMessage().setBody(request);
            message.getMessage().setHeader("WaybillOperation", operation.name());
            if (attempt != null) {
                message.getMessage().setHeader("WaybillKey", attempt.key());
            }
        });
    }

    private static HttpResult result(Endpoint.Routed route, Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure instanceof DirectConsumerNotAvailableException) {
            return new HttpResult.NotSent("there is no route %s in routes/.".formatted(route.uri()));
        }
        if (failure != null) {
            log.debug("Route {} failed", route.uri(), failure);
            return new HttpResult.Lost("The route %s failed: %s."
                    .formatted(route.uri(), ContractCheck.shorten(String.valueOf(failure.getMessage()), 200)));
        }
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        Object body = exchange.getMessage().getBody();
        byte[] answer = body instanceof JsonNode json
                ? ErpJson.write(json).getBytes(StandardCharsets.UTF_8)
                : exchange.getMessage().getBody(byte[].class);
        return new HttpResult.Answered(
                status == null ? 200 : status,
                "application/json",
                answer == null ? new byte[0] : answer,
                List.of(),
                Map.of());
    }

    private static String shown(HttpResult result) {
        return switch (result) {
            case HttpResult.Answered answered -> new String(answered.body(), StandardCharsets.UTF_8);
            case HttpResult.NotSent(String reason) -> reason;
            case HttpResult.Lost(String reason) -> reason;
            case HttpResult.TooLarge tooLarge -> "";
        };
    }
}
