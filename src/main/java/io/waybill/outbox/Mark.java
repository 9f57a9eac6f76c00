package io.waybill.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of an attempt to send. */
sealed interface Mark {

    OutboxMessage message();

    /**
     * WhatsApp has it.
     *
     * @param reachedAs the number it really went to, where that is another than the one it was sent to
     */
    record Sent(
            OutboxMessage message,
            String wamid,
            Instant at,
            @Nullable String reachedAs) implements Mark {

        Sent(OutboxMessage message, String wamid, Instant at) {
            this(message, wamid, at, null);
        }
    }

    /** Not sent; another attempt follows. */
    record Retry(OutboxMessage message, Instant at, Reason reason) implements Mark {}

    /** Not sent, like all of its number; another attempt follows when the number goes on. */
    record Held(OutboxMessage message, Reason reason) implements Mark {}

    /** Not sent, since its template cannot go now; it is given up at {@code until}. */
    record Waits(OutboxMessage message, Instant until, TemplateGate.Hold hold) implements Mark {}

    /** Nobody knows whether it was sent: a status until {@code at} decides, else it is sent again. */
    record Ambiguous(OutboxMessage message, Instant at, Reason reason) implements Mark {}

    /** It will never be sent. */
    record Dead(OutboxMessage message, Reason reason) implements Mark {}
}
