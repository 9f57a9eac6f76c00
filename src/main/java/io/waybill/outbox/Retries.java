package io.waybill.outbox;

import io.waybill.access.Audit;
import io.waybill.outbox.FailedMessages.Held;
import io.waybill.outbox.FollowUps.Key;
import io.waybill.whatsapp.CustomerServiceWindow;
import io.waybill.whatsapp.StoredMessage;
import io.waybill.whatsapp.WireMessage;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends failed messages again because a person says so, once each, as messages of their own: what Meta still says of the failed one is
 * not taken for what becomes of the new one.
 */
final class Retries {

    private static final String STAFF = "staff-";

    private final FailedMessages failed;
    private final Recipients recipients;
    private final RetryHold holds;
    private final Posting posting;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retries(
            FailedMessages failed,
            Recipients recipients,
            RetryHold holds,
            Posting posting,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.failed = failed;
        this.recipients = recipients;
        this.holds = holds;
        this.posting = posting;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param words in place of its own; null: its own */
    record Again(Key key, @Nullable String words) {}

    /** What became of one. */
    enum Outcome {
        SENT_AGAIN,
        DISCARDED,
        /** It is not in the list any more. */
        GONE,
        /** Nobody knows whether the customer has it. */
        MAY_HAVE_ARRIVED,
        /** Only a template can go. */
        WINDOW_CLOSED,
        /** Nobody may write to this customer for now. */
        HELD,
        /** Its words cannot be changed so. */
        WRONG_WORDS
    }

    /**
     * @param sentence what happened and what to do
     * @param as the message that was sent in its place
     */
    record Result(
            Key key,
            Outcome outcome,
            String sentence,
            @Nullable Key as) {}

    /**
     * Returns once they are kept to be sent; what cannot go now stays in the list.
     *
     * @param knowing whether those go as well that the customer may have
     */
    List<Result> retry(List<Again> wanted, boolean knowing, String by) {
        Map<Key, Again> once = wanted.stream()
                .collect(Collectors.toMap(
                        Again::key, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        return Objects.requireNonNull(transaction.execute(tx -> retry(once, knowing, by)));
    }

    /** The customers are held first, as all who write to them do, and then the rows: in another order two could wait for each other. */
    private List<Result> retry(Map<Key, Again> wanted, boolean knowing, String by) {
        Map<Long, Recipients.Known> customers =
                recipients
                        .hold(wanted.keySet().stream()
                                .map(Key::contactId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Recipients.Known::contactId, Function.identity()));
        Map<Key, Held> held = failed.hold(wanted.keySet());
        Map<Key, Result> refused = new HashMap<>();
        Map<Key, WireMessage> messages = new HashMap<>();
        wanted.forEach((key, again) -> {
            Checked checked = check(again, held.get(key), customers.get(key.contactId()), knowing);
            switch (checked) {
                case Checked.Goes(WireMessage message) -> messages.put(key, message);
                case Checked.Stays(Outcome outcome, String sentence) ->
                    refused.put(key, new Result(key, outcome, sentence, null));
            }
        });
        Map<Key, Long> sent = post(messages, held);
        failed.retried(sent, by);
        sent.forEach((key, as) -> audit.done(
                "message.retry",
                key.toString(),
                new Before(held.get(key).code()),
                new Sent(
                        new Key(key.contactId(), as).toString(), wanted.get(key).words() != null)));
        return wanted.keySet().stream()
                .map(key -> sent.containsKey(key) ? sentAgain(key, sent.get(key)) : refused.get(key))
                .toList();
    }

    private static Result sentAgain(Key key, long as) {
        Key again = new Key(key.contactId(), as);
        return new Result(key, Outcome.SENT_AGAIN, "It is sent again, as message %s.".formatted(again), again);
    }

    private Checked check(Again again, @Nullable Held row, Recipients.@Nullable Known customer, boolean knowing) {
        if (row == null) {
            return new Checked.Stays(Outcome.GONE, gone(again.key()));
        }
        if (row.tries() > 0 && !knowing) {
            return new Checked.Stays(
                    Outcome.MAY_HAVE_ARRIVED,
                    "WhatsApp did not answer %d of its tries, so the customer may have it. Look into the chat, then send it all the same or discard it."
                            .formatted(row.tries()));
        }
        StoredMessage message = StoredMessage.read(row.payload());
        if (!message.isTemplate()
                && (customer == null || !CustomerServiceWindow.open(customer.lastMessageAt(), clock.instant()))) {
            return new Checked.Stays(Outcome.WINDOW_CLOSED, closed(customer));
        }
        boolean ofPeople = again.words() != null || row.trace().startsWith(STAFF);
        return (ofPeople ? holds.on(row.key().contactId()) : Optional.<String>empty())
                .<Checked>map(why -> new Checked.Stays(Outcome.HELD, why))
                .orElseGet(() -> worded(again.words(), message, row.payload()));
    }

    private static String closed(Recipients.@Nullable Known customer) {
        return (customer == null || customer.lastMessageAt() == null
                        ? "The customer has not written yet"
                        : "The customer wrote last at %s, more than 24 hours ago"
                                .formatted(customer.lastMessageAt().truncatedTo(ChronoUnit.SECONDS)))
                + ": WhatsApp takes only a template until they write. Send one in the chat.";
    }

    private static Checked worded(@Nullable String words, StoredMessage message, String payload) {
        if (words == null) {
            return new Checked.Goes(new WireMessage(payload));
        }
        return message.reworded(words)
                .<Checked>map(Checked.Goes::new)
                .orElseGet(() -> new Checked.Stays(
                        Outcome.WRONG_WORDS,
                        message.isText()
                                ? "A text has 1 to 4,096 letters."
                                : "Only a text can be changed, and this is of the type %s.".formatted(message.type())));
    }

    /** In the order in which they were to go. */
    private Map<Key, Long> post(Map<Key, WireMessage> messages, Map<Key, Held> held) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        List<Key> ordered = messages.keySet().stream()
                .sorted(Comparator.comparingLong(Key::contactId).thenComparingLong(Key::id))
                .toList();
        posting.add(ordered.stream()
                .map(key -> new OutboxMessage.Draft(
                        key.contactId(),
                        held.get(key).phoneNumberId(),
                        trace(key),
                        messages.get(key).json()))
                .toList());
        Map<String, Long> posted =
                failed.posted(ordered.stream().collect(Collectors.toMap(Retries::trace, Key::contactId)));
        return ordered.stream().collect(Collectors.toMap(Function.identity(), key -> posted.get(trace(key))));
    }

    private static String trace(Key key) {
        return "retry-" + key;
    }

    /** @param why as whoever discards them says */
    List<Result> discard(List<Key> keys, String why, String by) {
        return Objects.requireNonNull(transaction.execute(tx -> {
            Map<Key, Held> held = failed.hold(keys);
            failed.discarded(held.keySet(), why, by);
            held.values()
                    .forEach(row -> audit.done(
                            "message.discard", row.key().toString(), new Before(row.code()), new Discarded(why)));
            return keys.stream()
                    .distinct()
                    .map(key -> held.containsKey(key)
                            ? new Result(key, Outcome.DISCARDED, "It is discarded.", null)
                            : new Result(key, Outcome.GONE, gone(key), null))
                    .toList();
        }));
    }

    private static String gone(Key key) {
        return "%s is not in the list any more: it arrived meanwhile, or somebody has seen to it.".formatted(key);
    }

    /** Whether one can go. */
    private sealed interface Checked {
        record Goes(WireMessage message) implements Checked {}

        record Stays(Outcome outcome, String sentence) implements Checked {}
    }

    // What the audit log keeps: nothing that a customer was told.
    private record Before(@Nullable Integer failedWith) {}

    private record Sent(String sentAgainAs, boolean withOtherWords) {}

    private record Discarded(String discardedBecause) {}
}
