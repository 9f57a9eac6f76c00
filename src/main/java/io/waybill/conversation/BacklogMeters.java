package io.waybill.conversation;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.inbox.Inbox;
import io.waybill.outbox.Outbox;
import java.util.concurrent.atomic.AtomicLong;

/** How much waits in PostgreSQL, and for how long. */
final class BacklogMeters {

    private final Inbox inbox;
    private final Outbox outbox;
    private final Ledger ledger;
    private final AtomicLong inboxAgeMillis;
    private final AtomicLong outboxAgeMillis;
    private final AtomicLong unresolvedWrites;

    BacklogMeters(MeterRegistry registry, Inbox inbox, Outbox outbox, Ledger ledger) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.ledger = ledger;
        this.inboxAgeMillis = registry.gauge("waybill.inbox.oldest.millis", new AtomicLong());
        this.outboxAgeMillis = registry.gauge("waybill.outbox.oldest.millis", new AtomicLong());
        this.unresolvedWrites = registry.gauge("waybill.ledger.unresolved", new AtomicLong());
    }

    void look() {
        inboxAgeMillis.set(inbox.oldestWaiting().toMillis());
        outboxAgeMillis.set(outbox.backlog().oldest().toMillis());
        unresolvedWrites.set(ledger.countUnresolved());
    }
}
