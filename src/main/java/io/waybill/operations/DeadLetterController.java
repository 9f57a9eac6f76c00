package io.waybill.operations;

import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.OnlyFor;
import io.waybill.access.Permission;
import io.waybill.chatlist.InboundWords;
import io.waybill.inbox.DeadLetters;
import io.waybill.inbox.DeadLetters.DeadLetter;
import io.waybill.inbox.DeadLetters.Moved;
import io.waybill.inbox.Inbox;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Messages of customers that could not be answered: why, and what a person does about them. */
@RestController
@RequestMapping("/api/v1/dead-letters")
@Needs(Permission.OPERATIONS_READ)
class DeadLetterController {

    private static final int MOST = 200;
    private static final int LONGEST_REASON = 500;

    private final DeadLetters letters;
    private final Inbox inbox;
    private final Audit audit;
    private final TransactionTemplate transaction;

    DeadLetterController(DeadLetters letters, Inbox inbox, Audit audit, TransactionTemplate transaction) {
        this.letters = letters;
        this.inbox = inbox;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * The oldest first.
     *
     * @param after {@code next} of the page before
     */
    @GetMapping
    LetterList list(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<DeadLetter> found = letters.after(after, size);
        return new LetterList(
                found.stream().map(LetterView::of).toList(),
                found.size() < size ? null : found.getLast().number());
    }

    /** Has them answered as if they came now; once, whoever else asks for it. */
    @PostMapping("/again")
    @Needs(Permission.OPERATIONS_RUN)
    LettersDone again(@RequestBody Letters wanted) {
        List<Moved> moved = Objects.requireNonNull(transaction.execute(tx -> {
            List<Moved> back = letters.again(wanted.bounded());
            back.forEach(letter -> audit.done(
                    "dead-letter.again",
                    Long.toString(letter.number()),
                    State.DEAD,
                    new State("waits", letter.contactId(), null)));
            return back;
        }));
        inbox.alert();
        return LettersDone.of(moved);
    }

    /** Takes them out of the list; nobody answers them. */
    @PostMapping("/discard")
    @Needs(Permission.OPERATIONS_RUN)
    LettersDone discard(@RequestBody Letters wanted) {
        String reason = Objects.requireNonNullElse(wanted.reason(), "").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON || reason.indexOf(0) >= 0) {
            throw refused("\"reason\" says why they are discarded, in 1 to %d letters.".formatted(LONGEST_REASON));
        }
        return LettersDone.of(Objects.requireNonNull(transaction.execute(tx -> {
            List<Moved> gone = letters.discard(wanted.bounded());
            gone.forEach(letter -> audit.done(
                    "dead-letter.discard",
                    Long.toString(letter.number()),
                    State.DEAD,
                    new State("discarded", letter.contactId(), reason)));
            return gone;
        })));
    }

    private static ResponseStatusException refused(String reason) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, reason);
    }

    /** @param next for the page after this one; null: there is none */
    record LetterList(List<LetterView> letters, @Nullable Long next) {}

    /**
     * @param number by which the other calls name it
     * @param text what the customer wrote; empty where it is no text
     * @param reason why it could not be answered
     */
    record LetterView(
            long number,
            long contactId,
            @OnlyFor(Permission.CHATS_READ) @Nullable String customer,
            Instant receivedAt,
            String type,
            @OnlyFor(Permission.CHATS_READ) @Nullable String text,
            String reason) {

        static LetterView of(DeadLetter letter) {
            return new LetterView(
                    letter.number(),
                    letter.contactId(),
                    letter.customer(),
                    letter.receivedAt(),
                    InboundWords.type(letter.content()),
                    InboundWords.of(letter.content()),
                    letter.reason());
        }
    }

    /** @param reason why they are discarded */
    record Letters(@Nullable List<Long> letters, @Nullable String reason) {

        List<Long> bounded() {
            if (letters == null || letters.isEmpty() || letters.size() > MOST) {
                throw refused("\"letters\" has the numbers of 1 to %d of them.".formatted(MOST));
            }
            return letters;
        }
    }

    /** @param done the numbers of those; others had been seen to before */
    record LettersDone(List<Long> done) {

        static LettersDone of(List<Moved> moved) {
            return new LettersDone(moved.stream().map(Moved::number).toList());
        }
    }

    // What the audit log keeps: nothing that a customer wrote.
    private record State(
            String state,
            @Nullable Long contactId,
            @Nullable String because) {

        static final State DEAD = new State("dead", null, null);
    }
}
