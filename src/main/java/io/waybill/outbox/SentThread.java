package io.waybill.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was sent in a conversation, for people who read it as one. */
public final class SentThread {

    private final SentMessages messages;
    private final Why why;

    SentThread(SentMessages messages, Why why) {
        this.messages = messages;
        this.why = why;
    }

    /** Newest first; {@code before} is the id of the last one of an earlier page. */
    public List<Sent> before(long contactId, long before, int limit) {
        List<SentMessage> found = messages.to(contactId, before, limit);
        List<String> reasons = why.of(found);
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            sent.add(sent(found.get(i), reasons.get(i)));
        }
        return sent;
    }

    private static Sent sent(SentMessage message, String why) {
        Optional<Reason> reason = message.lastAttempt().map(SentMessage.Tried::reason);
        return new Sent(
                message.contactId(),
                message.id(),
                message.payload(),
                message.createdAt(),
                message.state().name().toLowerCase(Locale.ROOT),
                message.delivery(),
                message.sentAt(),
                message.deliveredAt(),
                message.readAt(),
                message.failedAt(),
                reason.map(Reason::code).orElse(null),
                reason.map(Reason::details).orElse(null),
                why);
    }

    /**
     * @param contactId whom it was sent to, who may have been merged since
     * @param state queued, ambiguous, held, sent or dead
     * @param delivery as Meta last reported it
     * @param code Meta's, of the last try that did not simply succeed
     * @param details Meta's
     * @param why what to tell somebody who asks where it is
     */
    public record Sent(
            long contactId,
            long id,
            String payload,
            Instant createdAt,
            String state,
            @Nullable String delivery,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt,
            @Nullable Instant failedAt,
            @Nullable Integer code,
            @Nullable String details,
            String why) {

        public boolean failed() {
            return state.equals("dead") || "failed".equals(delivery);
        }
    }
}
