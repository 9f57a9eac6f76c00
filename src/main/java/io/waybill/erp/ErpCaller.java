package io.waybill.erp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpReply.Down;
import io.waybill.erp.SentFiles.SentFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does one operation in the way the profile has it, with guards around it and the one repetition that is safe. */
final class ErpCaller {

    private static final Duration FAST = Duration.ofSeconds(1);

    private final EndpointProfile profile;
    private final ErpLine line;
    private final MappedCalls mapped;
    private final RoutedCalls routed;
    private final Verdict verdict;
    private final FileFields files;
    private final Guards guards;
    private final Duration responseTimeout;
    private final Duration retryPause;

    ErpCaller(
            EndpointProfile profile,
            ErpLine line,
            MappedCalls mapped,
            RoutedCalls routed,
            Verdict verdict,
            FileFields files,
            Guards guards,
            Duration responseTimeout,
            Duration retryPause) {
        this.profile = profile;
        this.line = line;
        this.mapped = mapped;
        this.routed = routed;
        this.verdict = verdict;
        this.files = files;
        this.guards = guards;
        this.responseTimeout = responseTimeout;
        this.retryPause = retryPause;
    }

    /**
     * @param fields of our contract
     * @param attempt of a write; null for a read
     * @param page of a list; null when the operation is none
     * @param exchanges gets a record of each HTTP request this takes
     */
    ErpReply ask(
            ErpOperation operation,
            ObjectNode fields,
            @Nullable Attempt attempt,
            @Nullable PageRequest page,
            List<ErpExchange> exchanges) {
        int before = exchanges.size();
        ErpReply reply = guards.run(operation, () -> once(operation, fields, attempt, page, exchanges));
        if (reply instanceof Down && !operation.writes() && failedFast(exchanges, before) && pause()) {
            return guards.run(operation, () -> once(operation, fields, attempt, page, exchanges));
        }
        return reply;
    }

    private ErpReply once(
            ErpOperation operation,
            ObjectNode fields,
            @Nullable Attempt attempt,
            @Nullable PageRequest page,
            List<ErpExchange> exchanges) {
        Endpoint endpoint = profile.endpoint(operation).orElseThrow();
        ErpReply reply = switch (endpoint) {
            case Endpoint.Canonical canonical -> canonical(operation, canonical, fields, attempt, exchanges);
            case Endpoint.Mapped(var mapping) -> mapped.call(operation, mapping, fields, attempt, page, exchanges);
            case Endpoint.Routed route -> routed.call(operation, route, fields, attempt, exchanges);
        };
        return line.safe(reply);
    }

    private ErpReply canonical(
            ErpOperation operation,
            Endpoint.Canonical endpoint,
            ObjectNode fields,
            @Nullable Attempt attempt,
            List<ErpExchange> exchanges) {
        ErpLine.Draft draft = (base, pass) -> {
            ObjectNode request = fields.deepCopy();
            Map<String, SentFile> sent = files.flatten(Contract.of(operation), request);
            return RequestWriter.canonical(base, endpoint, request, sent, attempt == null ? null : attempt.key(), pass);
        };
        return switch (line.send(operation, draft, exchanges)) {
            case ErpLine.Sent.Done(HttpResult result) -> verdict.of(operation, result);
            case ErpLine.Sent.NotSent(ErpReply why) -> why;
        };
    }

    /** A customer who has waited for one failure, be it that no connection was taken, must not wait for a second. */
    private boolean failedFast(List<ErpExchange> exchanges, int before) {
        if (exchanges.size() == before) {
            return false;
        }
        Duration took = exchanges.getLast().took();
        return took.compareTo(FAST) < 0 && took.compareTo(responseTimeout.dividedBy(2)) < 0;
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

    /** @see ErpGateway#withoutSecrets */
    String withoutSecrets(String text) {
        return line.withoutSecrets(text);
    }

    /** What keeps calls back. */
    Guards guards() {
        return guards;
    }
}
