package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.flow.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an input has led to so far. */
final class Collected {

    /** More messages than anybody reads, and less than fill the memory. */
    private static final int MAX_MESSAGES = 1_000;

    private final Instant begin;
    private final List<ShownMessage> messages = new ArrayList<>();
    private final List<Reaction.Called> calls = new ArrayList<>();
    private final List<String> incidents = new ArrayList<>();
    private final List<ObjectNode> results = new ArrayList<>();
    private final List<String> unmatched = new ArrayList<>();
    private @Nullable String handOver;

    Collected(Instant begin) {
        this.begin = begin;
    }

    Duration passed(Instant now) {
        return Duration.between(begin, now);
    }

    void shown(ShownMessage message) {
        if (messages.size() == MAX_MESSAGES) {
            throw new ImpossibleInput(
                    "The flow sent %d messages without a word of the customer.".formatted(MAX_MESSAGES));
        }
        messages.add(message);
    }

    void called(Effect.Call call, ErpReply reply) {
        String outcome = reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        calls.add(new Reaction.Called(call.operation(), call.request(), outcome));
    }

    void incident(String where, String what) {
        incidents.add(where + ": " + what);
    }

    void result(String kind, ObjectNode values) {
        results.add(Json.object().put("kind", kind).setAll(values));
    }

    void unmatched(String text) {
        unmatched.add(text);
    }

    void handedOver(String reason) {
        handOver = reason;
    }

    Reaction reaction() {
        return new Reaction(messages, calls, handOver, incidents, results, unmatched);
    }
}
