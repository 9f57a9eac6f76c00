package io.waybill.conversation;

import io.waybill.checkout.Placements;
import io.waybill.inbox.Claim;
import io.waybill.inbox.Claims;
import io.waybill.inbox.ErpQueue;
import io.waybill.outbox.Outbox;
import io.waybill.outbox.OutboxMessage;
import io.waybill.outbox.Sender;
import java.time.Instant;
import java.util.List;

/**
 * Takes from PostgreSQL what waits there, as much as there is room for: messages, writes to be settled,
 * contacts to be woken, contacts with news of a payment, or with a cart that was left behind, orders that others made, contacts whose call
 * waits for the ERP, replies.
 */
final class Backlog {

    private static final int CLAIM = 64;
    private static final int REPLIES = 500;

    private final ContactMerges merges;
    private final Claims claims;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Sender sender;
    private final Conversations conversations;
    private final PaymentNews payments;
    private final StaffActions staff;
    private final Placements placements;
    private final Carts carts;
    private final ErpQueue queue;

    Backlog(
            ContactMerges merges,
            Claims claims,
            Ledger ledger,
            PaymentNews payments,
            StaffActions staff,
            Placements placements,
            Carts carts,
            Outbox outbox,
            Sender sender,
            Conversations conversations) {
        this.merges = merges;
        this.claims = claims;
        this.ledger = ledger;
        this.payments = payments;
        this.staff = staff;
        this.placements = placements;
        this.carts = carts;
        this.outbox = outbox;
        this.sender = sender;
        this.conversations = conversations;
        this.queue = new ErpQueue(claims);
    }

    void take(Instant now) {
        merges.run();
        takeWrites(now);
        takeMessages();
        takeDue();
        hand(payments.take(room()));
        hand(claims.claimContacts(staff.due(room())));
        hand(claims.claimContacts(placements.due(room())));
        hand(claims.claimContacts(carts.due(room())));
        takeQueued(now);
        takeReplies();
    }

    private void takeWrites(Instant now) {
        hand(claims.claimContacts(ledger.due(now, room())));
    }

    private void takeMessages() {
        for (int wanted = room(); wanted > 0; wanted = room()) {
            List<Claim> waiting = claims.claimWaiting(wanted);
            hand(waiting);
            if (waiting.size() < wanted) {
                conversations.caughtUp();
                return;
            }
        }
    }

    private void takeDue() {
        List<Claim> due;
        int wanted;
        do {
            wanted = room();
            due = wanted > 0 ? claims.claimDue(wanted) : List.of();
            hand(due);
        } while (wanted > 0 && due.size() == wanted);
    }

    /** The next in the queue follows at once when this one is served. */
    private void takeQueued(Instant now) {
        if (room() > 0) {
            hand(queue.take(now));
        }
        if (queue.isServing()) {
            conversations.watch();
        }
    }

    private void takeReplies() {
        List<OutboxMessage> waiting;
        do {
            waiting = sender.free() > 0 ? outbox.claim(Math.min(REPLIES, sender.free())) : List.of();
            sender.offer(waiting);
        } while (!waiting.isEmpty());
    }

    private int room() {
        return Math.min(CLAIM, conversations.free());
    }

    private void hand(List<Claim> waiting) {
        waiting.forEach(conversations::take);
    }
}
