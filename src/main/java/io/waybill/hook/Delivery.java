package io.waybill.hook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One event for one hook, taken to be sent by this node.
 *
 * @param secrets the current one first
 * @param attempts so far
 * @param lease in whose name it was taken
 */
record Delivery(
        long id,
        long hookId,
        String url,
        List<WebhookSecret> secrets,
        String eventId,
        String type,
        Instant occurredAt,
        String data,
        int attempts,
        Instant giveUpAt,
        String lease) {

    /** The same bytes in each attempt. */
    String body() {
        return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}".formatted(type, occurredAt, data);
    }

    /** The header {@code webhook-signature} of an attempt at this time. */
    String signature(Instant at) {
        String body = body();
        return secrets.stream()
                .map(secret -> secret.sign(eventId, at, body.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(" "));
    }
}
