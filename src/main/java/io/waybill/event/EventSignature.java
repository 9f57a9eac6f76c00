package io.waybill.event;

import io.waybill.hook.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an event is from somebody who knows the secret: the Standard Webhooks convention. */
final class EventSignature {

    /** An older call may be somebody else's, who has recorded it. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Optional<WebhookSecret> secret;
    private final Clock clock;

    /** @param secret empty: nobody can send events */
    EventSignature(Optional<WebhookSecret> secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * @param signatures {@code v1,} and base64, several with spaces between them
     * @return why it is not believed, as a sentence; null: it is
     */
    @Nullable
    String problem(@Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {
        if (secret.isEmpty()) {
            return "No event is taken: waybill.events.secret is not set.";
        }
        if (id == null || timestamp == null || signatures == null || !timestamp.matches("\\d{1,12}")) {
            return "An event has the headers webhook-id, webhook-timestamp (seconds since 1970) and webhook-signature.";
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        Duration age = Duration.between(at, clock.instant()).abs();
        if (age.compareTo(TOLERANCE) > 0) {
            return "webhook-timestamp is more than 5 minutes away from now: sign each try anew, and set the clock.";
        }
        byte[] right = secret.get().sign(id, at, body).getBytes(StandardCharsets.US_ASCII);
        boolean signed = Arrays.stream(signatures.split(" "))
                .anyMatch(one -> MessageDigest.isEqual(right, one.getBytes(StandardCharsets.UTF_8)));
        return signed
                ? null
                : "webhook-signature is not that of this body by waybill.events.secret: HMAC-SHA256 over webhook-id.webhook-timestamp.body.";
    }
}
