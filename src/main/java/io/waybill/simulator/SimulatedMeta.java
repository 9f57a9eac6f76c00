package io.waybill.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.webhook.WebhookSignature;
import io.waybill.whatsapp.WhatsAppChannel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/** Posts webhooks to our own webhook as Meta does: signed, over HTTP. */
final class SimulatedMeta {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final List<String> STATES = List.of("sent", "delivered", "read");

    private final WhatsAppChannel channel;
    private final WebhookSignature signature;
    private final ObjectMapper json;
    private final IntSupplier port;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    SimulatedMeta(WhatsAppChannel channel, ObjectMapper json, IntSupplier port, Clock clock) {
        this.channel = channel;
        this.signature = new WebhookSignature(channel.appSecret());
        this.json = json;
        this.port = port;
        this.clock = clock;
    }

    /** Delivers a message of {@code customer}; {@code message} is an element of {@code messages}. */
    void deliver(SimulatedCustomer customer, ObjectNode message) {
        ObjectNode value = value();
        ObjectNode contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", customer.name());
        contact.put("user_id", customer.userId());
        if (customer.phone() != null) {
            contact.put("wa_id", customer.phone().substring(1));
        }
        value.putArray("messages").add(message);
        post(value);
    }

    /** Reports a message of ours as sent, delivered and read. */
    void report(SimulatedCustomer customer, String wamid, String callbackData) {
        ObjectNode value = value();
        var statuses = value.putArray("statuses");
        for (String state : STATES) {
            ObjectNode status = statuses.addObject()
                    .put("id", wamid)
                    .put("status", state)
                    .put("timestamp", String.valueOf(clock.instant().getEpochSecond()))
                    .put("recipient_user_id", customer.userId())
                    .put("biz_opaque_callback_data", callbackData);
            if (customer.phone() != null) {
                status.put("recipient_id", customer.phone().substring(1));
            }
        }
        post(value);
    }

    private ObjectNode value() {
        ObjectNode value = json.createObjectNode().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", "254711000000")
                .put("phone_number_id", channel.phoneNumberId());
        return value;
    }

    private void post(ObjectNode value) {
        ObjectNode body = json.createObjectNode().put("object", "whatsapp_business_account");
        ObjectNode entry = body.putArray("entry").addObject().put("id", channel.businessAccountId());
        entry.putArray("changes").addObject().put("field", "messages").set("value", value);
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/webhooks/whatsapp".formatted(port.getAsInt())))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header(WebhookSignature.HEADER, signature.of(bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "The webhook answered %d to the simulated phone.".formatted(response.statusCode()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The simulated phone cannot reach the webhook.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
