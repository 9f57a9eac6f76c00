package io.waybill.outbox;

import io.waybill.database.AfterCommit;
import java.util.List;

/** Hands what is kept to the sender of this node, as far as that has room; the rest waits in the table to be claimed. */
final class SentAfterCommit implements Posting {

    private final Outbox outbox;
    private final Sender sender;

    SentAfterCommit(Outbox outbox, Sender sender) {
        this.outbox = outbox;
        this.sender = sender;
    }

    @Override
    public void add(List<OutboxMessage.Draft> drafts) {
        List<OutboxMessage> toSend = outbox.add(drafts, sender.free());
        if (!toSend.isEmpty()) {
            AfterCommit.run(() -> sender.offer(toSend));
        }
    }
}
