package io.waybill.far;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Meta's side of the webhook: posts bodies signed over their exact bytes. */
public final class SignedWebhook {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration REPOST_PAUSE = Duration.ofMillis(200);

    private final URI webhook;
    private final String appSecret;
    private final MetaEnvelope envelope;

    public SignedWebhook(URI webhook, String appSecret, String businessAccountId, String phoneNumberId) {
        this.webhook = webhook;
        this.appSecret = appSecret;
        this.envelope = new MetaEnvelope(businessAccountId, phoneNumberId);
    }

    /** The value of {@code X-Hub-Signature-256}. */
    public static String signature(String appSecret, byte[] body) {
        return signature(mac(appSecret), body);
    }

    /** As {@link #signature(String, byte[])}, with a Mac that one thread keeps. */
    public static String signature(Mac mac, byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    public static Mac mac(String appSecret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot sign with HMAC-SHA256", e);
        }
    }

    public MetaEnvelope envelope() {
        return envelope;
    }

    /** Posts signed and returns the HTTP status. */
    public int post(byte[] body) throws IOException {
        return post(body, signature(appSecret, body));
    }

    /** Posts with any signature header, or without one for null. */
    public int post(byte[] body, String signature) throws IOException {
        var request = HttpRequest.newBuilder(webhook)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header("X-Hub-Signature-256", signature);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while posting", e);
        }
    }

    public int post(MetaEnvelope.Inbound... messages) throws IOException {
        return post(envelope.of(messages));
    }

    /** Posts again, as Meta does, until 200 comes back or the time is over; says whether it was taken. */
    public boolean postUntilTaken(byte[] body, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        do {
            try {
                if (post(body) == 200) {
                    return true;
                }
            } catch (IOException e) {
                // the gateway is down or restarting: Meta would try again too
            }
        } while (System.nanoTime() < end && HttpSide.waited(REPOST_PAUSE));
        return false;
    }
}
