package io.waybill.event;

import io.waybill.home.Misconfigured;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Whether an event is from somebody who knows the secret: the Standard Webhooks convention. */
final class EventSignature {

    /** An older call may be somebody else's, who has recorded it. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;

    private final byte @Nullable [] secret;
    private final Clock clock;

    /** @param secret base64 of 24 bytes or more, with or without {@code whsec_}; null: nobody can send events */
    EventSignature(@Nullable String secret, Clock clock) {
        this.secret = secret == null || secret.isBlank() ? null : bytes(secret.strip());
        this.clock = clock;
    }

    boolean isConfigured() {
        return secret != null;
    }

    /**
     * @param signatures {@code v1,} and base64, several with spaces between them
     * @return why it is not believed, as a sentence; null: it is
     */
    @Nullable
    String problem(@Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {
        if (id == null || timestamp == null || signatures == null || !timestamp.matches("\\d{1,12}")) {
            return "An event has the headers webhook-id, webhook-timestamp (seconds since 1970) and webhook-signature.";
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant())
                .abs();
        if (age.compareTo(TOLERANCE) > 0) {
            return "webhook-timestamp is more than 5 minutes away from now: sign each try anew, and set the clock.";
        }
        byte[] right = ("v1," + Base64.getEncoder().encodeToString(hmac(id + "." + timestamp + ".", body)))
                .getBytes(StandardCharsets.US_ASCII);
        boolean signed = Arrays.stream(signatures.split(" "))
                .anyMatch(one -> MessageDigest.isEqual(right, one.getBytes(StandardCharsets.UTF_8)));
        return signed
                ? null
                : "webhook-signature is not that of this body by waybill.events.secret: HMAC-SHA256 over webhook-id.webhook-timestamp.body.";
    }

    private byte[] hmac(String beginning, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(beginning.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256.", e);
        }
    }

    private static byte[] bytes(String secret) {
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
            Misconfigured.unless(bytes.length >= SHORTEST, "waybill.events.secret is shorter than 24 bytes.");
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new Misconfigured(
                    "waybill.events.secret is whsec_ and base64 of 24 bytes or more: openssl rand -base64 32 makes one.");
        }
    }
}
