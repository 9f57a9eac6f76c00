package io.waybill.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message of ours with all that is known of its way to the customer.
 *
 * @param ahead messages that go to the same customer before it; 0 once it is sent
 * @param follows the message it is sent in place of
 * @param followedBy the message that was sent in its place
 */
record SentMessage(
        long contactId,
        long id,
        String phoneNumberId,
        String payload,
        State state,
        @Nullable String delivery,
        Instant nextAttemptAt,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant readAt,
        @Nullable Instant failedAt,
        int ahead,
        @Nullable Long follows,
        @Nullable Long followedBy,
        List<Tried> attempts) {

    enum State {
        QUEUED,
        AMBIGUOUS,
        HELD,
        SENT,
        DEAD
    }

    /** A try that did not simply succeed, or a status that says so later. */
    record Tried(Instant at, String outcome, Reason reason) {}

    Optional<Tried> lastAttempt() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }

    /** WhatsApp took it and could not deliver it. */
    boolean failedLater() {
        return "failed".equals(delivery);
    }
}
