package io.waybill.far;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An ERP that tells what happened, signed as Standard Webhooks are. */
public final class SignedEvents {

    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI events;

    public SignedEvents(int port) {
        this.events = URI.create("http://127.0.0.1:%d/api/v1/events".formatted(port));
    }

    /** A new event. */
    public HttpResponse<String> tells(String body) throws IOException, InterruptedException {
        return tells("evt_" + COUNT.incrementAndGet(), body);
    }

    public HttpResponse<String> tells(String id, String body) throws IOException, InterruptedException {
        return post(
                id,
                Instant.now().getEpochSecond(),
                body,
                signature(id, Instant.now().getEpochSecond(), body));
    }

    public HttpResponse<String> post(String id, long seconds, String body, String signature)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(events)
                        .header("Content-Type", "application/json")
                        .header("webhook-id", id)
                        .header("webhook-timestamp", Long.toString(seconds))
                        .header("webhook-signature", signature)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public static String signature(String id, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
            return "v1,"
                    + Base64.getEncoder()
                            .encodeToString(mac.doFinal(
                                    "%s.%d.%s".formatted(id, seconds, body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
