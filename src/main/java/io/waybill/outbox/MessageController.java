package io.waybill.outbox;

import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.message.PhoneNumbers;
import io.waybill.outbox.SentMessage.Tried;
import io.waybill.whatsapp.StoredMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Why did this customer not get this message: all that was sent, with what became of it. */
@RestController
@ForApiKey(Scope.MESSAGES_READ)
@Needs(Permission.CHATS_READ)
class MessageController {

    private static final Duration USUAL_PERIOD = Duration.ofDays(1);
    private static final int MOST = 500;

    private final SentMessages messages;
    private final Why why;
    private final Unsaid unsaid;
    private final Clock clock;

    MessageController(SentMessages messages, Why why, Unsaid unsaid, Clock clock) {
        this.messages = messages;
        this.why = why;
        this.unsaid = unsaid;
        this.clock = clock;
    }

    /**
     * What was sent to a contact, newest first.
     *
     * @param before the number after the dot of the last one of an earlier page
     */
    @GetMapping("/api/v1/conversations/{contactId}/messages")
    Conversation ofConversation(
            @PathVariable long contactId,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return new Conversation(
                list(messages.to(contactId, before, bounded(limit))).messages(),
                before == null ? unsaid.to(contactId) : List.of());
    }

    /** One message by the name that the log gives it: contact, dot, number. */
    @GetMapping("/api/v1/messages/{contactId:\\d+}.{id:\\d+}")
    MessageView message(@PathVariable long contactId, @PathVariable long id) {
        return messages.message(contactId, id)
                .map(found -> list(List.of(found)).messages().getFirst())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no message %d.%d.".formatted(contactId, id)));
    }

    /** What was found never to arrive in a period, which ends before {@code to}; without an end now, and a day long. */
    @GetMapping("/api/v1/undelivered")
    @Needs(Permission.OPERATIONS_READ)
    MessageList undelivered(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "100") int limit) {
        Instant end = to == null ? clock.instant() : to;
        Instant begin = from == null ? end.minus(USUAL_PERIOD) : from;
        if (!begin.isBefore(end)) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "A period begins before it ends.");
        }
        return list(messages.undelivered(begin, end, bounded(limit)));
    }

    private static int bounded(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "limit is 1 to %d, not %d.".formatted(MOST, limit));
        }
        return limit;
    }

    private MessageList list(List<SentMessage> found) {
        List<String> reasons = why.of(found);
        List<MessageView> views = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            views.add(MessageView.of(found.get(i), reasons.get(i)));
        }
        return new MessageList(views);
    }

    record MessageList(List<MessageView> messages) {}

    /** @param unsaid what is no message yet, or never became one; with the first page */
    record Conversation(List<MessageView> messages, List<Unsaid.News> unsaid) {}

    /**
     * @param state queued, ambiguous, held, sent or dead
     * @param delivery as Meta last reported it
     * @param inPlaceOf the message this one was sent in place of
     * @param why what to tell somebody who asks where it is
     */
    record MessageView(
            String id,
            long contactId,
            Instant createdAt,
            String type,
            String text,
            String state,
            @Nullable String delivery,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt,
            @Nullable Instant failedAt,
            @Nullable String inPlaceOf,
            List<AttemptView> attempts,
            String why) {

        private static final int TEXT_SHOWN = 200;

        static MessageView of(SentMessage message, String why) {
            StoredMessage stored = StoredMessage.read(message.payload());
            return new MessageView(
                    name(message.contactId(), message.id()),
                    message.contactId(),
                    message.createdAt(),
                    stored.type(),
                    preview(stored),
                    message.state().name().toLowerCase(Locale.ROOT),
                    message.delivery(),
                    message.sentAt(),
                    message.deliveredAt(),
                    message.readAt(),
                    message.failedAt(),
                    message.follows() == null ? null : name(message.contactId(), message.follows()),
                    message.attempts().stream().map(AttemptView::of).toList(),
                    why);
        }

        private static String name(long contactId, long id) {
            return contactId + "." + id;
        }

        static String preview(StoredMessage stored) {
            String text = PhoneNumbers.masked(stored.text(), stored.to().phone());
            return text.codePointCount(0, text.length()) <= TEXT_SHOWN
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, TEXT_SHOWN)) + "…";
        }
    }

    /**
     * @param outcome retry, ambiguous, held, dead or failed-status
     * @param code Meta's
     * @param details Meta's
     * @param advice ours
     */
    record AttemptView(
            Instant at,
            String outcome,
            @Nullable Integer code,
            @Nullable String details,
            String advice) {

        static AttemptView of(Tried tried) {
            return new AttemptView(
                    tried.at(),
                    tried.outcome(),
                    tried.reason().code(),
                    tried.reason().details(),
                    tried.reason().advice());
        }
    }
}
