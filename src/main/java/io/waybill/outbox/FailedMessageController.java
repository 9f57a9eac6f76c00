package io.waybill.outbox;

import io.waybill.access.Needs;
import io.waybill.access.OnlyFor;
import io.waybill.access.Permission;
import io.waybill.attention.Place;
import io.waybill.outbox.FailedMessages.Failed;
import io.waybill.outbox.FailedMessages.ReasonCount;
import io.waybill.outbox.FailedMessages.Wanted;
import io.waybill.outbox.FollowUps.Key;
import io.waybill.outbox.Retries.Again;
import io.waybill.outbox.Retries.Result;
import io.waybill.whatsapp.CustomerServiceWindow;
import io.waybill.whatsapp.StoredMessage;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Messages that did not arrive: why, and what a person does about them. */
@RestController
@RequestMapping("/api/v1/failed-messages")
@Needs(Permission.OPERATIONS_READ)
class FailedMessageController {

    private static final int MOST = 200;
    private static final int LONGEST_REASON = 500;
    private static final Pattern REASON = Pattern.compile("\\d{1,9}|" + FailedMessages.NO_CODE);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final FailedMessages failed;
    private final Retries retries;
    private final SentMessages messages;
    private final Why why;
    private final Clock clock;

    FailedMessageController(FailedMessages failed, Retries retries, SentMessages messages, Why why, Clock clock) {
        this.failed = failed;
        this.retries = retries;
        this.messages = messages;
        this.why = why;
        this.clock = clock;
    }

    /**
     * Those that nobody has seen to, the newest first.
     *
     * @param reason Meta's code, or none: those without one
     * @param after {@code next} of the page before
     */
    @GetMapping
    FailedList list(
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (reason != null && !REASON.matcher(reason).matches()) {
            throw refused("\"reason\" is a code of Meta, or none.");
        }
        int size = Math.clamp(limit, 1, MOST);
        List<Failed> found = failed.find(new Wanted(reason, from, to, after == null ? null : place(after)), size);
        return new FailedList(
                views(found),
                found.size() < size ? null : found.getLast().place().text());
    }

    /** Why they failed, the most frequent reason first. */
    @GetMapping("/reasons")
    ReasonList reasons() {
        return new ReasonList(failed.reasons());
    }

    /** Sends them again as they are, once each. */
    @PostMapping("/retry")
    @Needs(Permission.OPERATIONS_RUN)
    ResultList retry(@RequestBody Retry retry, Principal me) {
        List<Again> wanted = bounded(retry.messages()).stream()
                .map(one -> new Again(key(one.id()), null))
                .toList();
        return ResultList.of(retries.retry(wanted, Boolean.TRUE.equals(retry.evenIfItMayHaveArrived()), me.getName()));
    }

    /** Sends a text in other words: who writes to customers in chats may do that here as well. */
    @PostMapping("/in-other-words")
    @Needs({Permission.OPERATIONS_READ, Permission.CHATS_ANSWER})
    ResultList inOtherWords(@RequestBody Reworded reworded, Principal me) {
        Again again = new Again(key(reworded.id()), Objects.requireNonNullElse(reworded.text(), ""));
        return ResultList.of(
                retries.retry(List.of(again), Boolean.TRUE.equals(reworded.evenIfItMayHaveArrived()), me.getName()));
    }

    /** Takes them out of the list; nothing more is sent. */
    @PostMapping("/discard")
    @Needs(Permission.OPERATIONS_RUN)
    ResultList discard(@RequestBody Discard discard, Principal me) {
        String reason = Objects.requireNonNullElse(discard.reason(), "").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON || reason.indexOf(0) >= 0) {
            throw refused("\"reason\" says why they are discarded, in 1 to %d letters.".formatted(LONGEST_REASON));
        }
        List<Key> keys = bounded(discard.messages()).stream()
                .map(FailedMessageController::key)
                .toList();
        return ResultList.of(retries.discard(keys, reason, me.getName()));
    }

    private List<FailedView> views(List<Failed> found) {
        List<SentMessage> sent = messages.read(found.stream().map(Failed::key).toList());
        List<String> reasons = why.of(sent);
        List<FailedView> views = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            views.add(FailedView.of(found.get(i), sent.get(i), reasons.get(i), clock.instant()));
        }
        return views;
    }

    private static <T> List<T> bounded(@Nullable List<T> list) {
        if (list == null || list.isEmpty() || list.size() > MOST) {
            throw refused("\"messages\" has 1 to %d of them.".formatted(MOST));
        }
        return list;
    }

    private static Place place(String after) {
        return Place.of(after)
                .filter(place -> NUMBER.matcher(place.key()).matches())
                .orElseThrow(() -> refused("\"after\" is what \"next\" of the page before said."));
    }

    private static Key key(@Nullable String id) {
        return Key.of(Objects.requireNonNullElse(id, ""))
                .orElseThrow(() -> refused("A message is called by its contact, a dot and its number, such as 12.7."));
    }

    private static ResponseStatusException refused(String reason) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, reason);
    }

    /** @param next for the page after this one; null: there is none */
    record FailedList(List<FailedView> messages, @Nullable String next) {}

    /**
     * @param customer as they call themselves
     * @param at when it failed
     * @param text what it says, its beginning
     * @param words all of a text, where it can be sent in other words
     * @param code Meta's
     * @param reason what it means and what to do, as a sentence
     * @param why what to tell somebody who asks where it is
     * @param mayHaveArrived how many tries nobody knows the end of
     * @param windowClosed only a template can be sent now
     */
    record FailedView(
            String id,
            long contactId,
            @OnlyFor(Permission.CHATS_READ) @Nullable String customer,
            Instant at,
            Instant createdAt,
            String type,
            String text,
            @OnlyFor(Permission.CHATS_ANSWER) @Nullable String words,
            @Nullable Integer code,
            String reason,
            String why,
            int mayHaveArrived,
            boolean windowClosed) {

        static FailedView of(Failed failed, SentMessage message, String why, Instant now) {
            StoredMessage stored = StoredMessage.read(message.payload());
            return new FailedView(
                    failed.key().toString(),
                    failed.key().contactId(),
                    failed.customer(),
                    failed.place().since(),
                    message.createdAt(),
                    stored.type(),
                    MessageController.MessageView.preview(stored),
                    stored.isText() ? stored.text() : null,
                    failed.code(),
                    failed.advice(),
                    why,
                    failed.tries(),
                    !stored.isTemplate() && !CustomerServiceWindow.open(failed.wroteAt(), now));
        }
    }

    record ReasonList(List<ReasonCount> reasons) {}

    /** @param evenIfItMayHaveArrived null: those that customers may have are not sent again */
    record Retry(
            @Nullable List<RetriedMessage> messages,
            @Nullable Boolean evenIfItMayHaveArrived) {}

    record RetriedMessage(@Nullable String id) {}

    /**
     * @param text what it is to say
     * @param evenIfItMayHaveArrived null: one that the customer may have is not sent again
     */
    record Reworded(
            @Nullable String id,
            @Nullable String text,
            @Nullable Boolean evenIfItMayHaveArrived) {}

    record Discard(
            @Nullable List<String> messages, @Nullable String reason) {}

    record ResultList(List<RetryResult> results) {

        static ResultList of(List<Result> results) {
            return new ResultList(results.stream().map(RetryResult::of).toList());
        }
    }

    /**
     * @param outcome sent-again, discarded, gone, may-have-arrived, window-closed, held or wrong-words
     * @param sentence what happened and what to do
     * @param as the message that is sent in its place
     */
    record RetryResult(
            String id,
            long contactId,
            String outcome,
            String sentence,
            @Nullable String as) {

        static RetryResult of(Result result) {
            return new RetryResult(
                    result.key().toString(),
                    result.key().contactId(),
                    result.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    result.sentence(),
                    result.as() == null ? null : result.as().toString());
        }
    }
}
