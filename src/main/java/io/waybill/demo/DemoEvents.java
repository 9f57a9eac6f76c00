package io.waybill.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.hook.WebhookSecret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the gateway what happened in the demo shop, as a real ERP does: signed, to the Event API, over HTTP. */
public final class DemoEvents {

    private static final Logger log = LoggerFactory.getLogger(DemoEvents.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final WebhookSecret secret;
    private final ObjectMapper json;
    private final IntSupplier port;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    DemoEvents(WebhookSecret secret, ObjectMapper json, IntSupplier port, Clock clock) {
        this.secret = secret;
        this.json = json;
        this.port = port;
        this.clock = clock;
    }

    public void order(String externalOrderId, String status) {
        tell("order.status", data(externalOrderId, status));
    }

    public void payment(String externalOrderId, String paymentId, String status) {
        tell("payment.status", data(externalOrderId, status).put("payment_id", paymentId));
    }

    private ObjectNode data(String externalOrderId, String status) {
        return json.createObjectNode().put("external_order_id", externalOrderId).put("status", status);
    }

    private void tell(String type, ObjectNode data) {
        Instant now = clock.instant();
        String id = "evt_" + UUID.randomUUID();
        ObjectNode event = json.createObjectNode().put("type", type).put("timestamp", now.toString());
        event.set("data", data);
        byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/api/v1/events".formatted(port.getAsInt())))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", secret.sign(id, now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                log.warn(
                        "The gateway answered {} to an event of the demo ERP: {}",
                        response.statusCode(),
                        response.body());
            }
        } catch (IOException e) {
            log.warn("The demo ERP cannot reach the gateway with its event.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
