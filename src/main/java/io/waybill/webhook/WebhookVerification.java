package io.waybill.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Meta's handshake, made each time somebody enters our callback URL or verify token at Meta. */
public final class WebhookVerification {

    private final byte[] verifyToken;

    /** An empty token refuses everybody. */
    public WebhookVerification(String verifyToken) {
        this.verifyToken = verifyToken.getBytes(StandardCharsets.UTF_8);
    }

    /** How the handshake ends. */
    public sealed interface Answer {

        /** 200 with the challenge exactly as it came, as plain text. */
        record Accepted(String challenge) implements Answer {}

        /** 403. */
        record Refused() implements Answer {}

        /** 400: this is no handshake. */
        record Incomplete() implements Answer {}
    }

    /** Judges {@code hub.mode}, {@code hub.verify_token} and {@code hub.challenge}. */
    public Answer check(@Nullable String mode, @Nullable String token, @Nullable String challenge) {
        if (mode == null || token == null || challenge == null) {
            return new Answer.Incomplete();
        }
        boolean known =
                verifyToken.length > 0 && MessageDigest.isEqual(verifyToken, token.getBytes(StandardCharsets.UTF_8));
        return known && mode.equals("subscribe") ? new Answer.Accepted(challenge) : new Answer.Refused();
    }
}
