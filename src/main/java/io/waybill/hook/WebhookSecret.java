package io.waybill.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret by which a receiver knows a sender, as standardwebhooks.com says: of our calls to others, and of their events to us.
 *
 * @param text {@code whsec_} and base64
 */
public record WebhookSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final int FEWEST_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static WebhookSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /**
     * One that somebody else made, with or without the prefix.
     *
     * @throws IllegalArgumentException with a sentence, when it is not base64 or shorter than 24 bytes
     */
    public static WebhookSecret of(String text) {
        String base64 = text.strip();
        WebhookSecret secret = new WebhookSecret(base64.startsWith(PREFIX) ? base64 : PREFIX + base64);
        if (secret.bytes().length < FEWEST_BYTES) {
            throw new IllegalArgumentException("It is shorter than 24 bytes.");
        }
        return secret;
    }

    /** One entry of the header {@code webhook-signature}. */
    public String sign(String id, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA256"));
            mac.update("%s.%d.".formatted(id, at.getEpochSecond()).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", e);
        }
    }

    private byte[] bytes() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
