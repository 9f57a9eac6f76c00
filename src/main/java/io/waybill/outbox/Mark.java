package io.waybill.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of an attempt to send. */
sealed interface Mark {

    OutboxMessage message();

    /** WhatsApp has it. */
    record Sent(OutboxMessage message, String wamid, Instant at) implements Mark {}

    /** Not sent; another attempt follows. */
    record Retry(
            OutboxMessage message, Instant at, @Nullable Integer code, String reason) implements Mark {}

    /** Nobody knows whether it was sent: a status until {@code at} decides, else it is sent again. */
    record Ambiguous(OutboxMessage message, Instant at, String reason) implements Mark {}

    /** It will never be sent. */
    record Dead(OutboxMessage message, @Nullable Integer code, String reason) implements Mark {}
}
