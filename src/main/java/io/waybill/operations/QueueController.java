package io.waybill.operations;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.inbox.DeadLetters;
import io.waybill.inbox.InboxReport;
import io.waybill.outbox.FailedMessages;
import io.waybill.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits on the way in and on the way out, and whether work keeps up. */
@RestController
@Needs(Permission.OPERATIONS_READ)
class QueueController {

    static final Duration LATELY = Duration.ofMinutes(5);
    /** Usually nothing waits longer than a second; Meta's pace to one person is counted as a time to come. */
    static final Duration KEEPS_UP = Duration.ofSeconds(60);

    private final InboxReport inbox;
    private final Outbox outbox;
    private final DeadLetters dead;
    private final FailedMessages failed;
    private final Clock clock;

    QueueController(InboxReport inbox, Outbox outbox, DeadLetters dead, FailedMessages failed, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.dead = dead;
        this.failed = failed;
        this.clock = clock;
    }

    /** As it is at this moment, on all nodes. */
    @GetMapping("/api/v1/queues")
    QueuesView queues() {
        Instant now = clock.instant();
        InboxReport.Queue in = inbox.queue(now.minus(LATELY));
        Outbox.Queue out = outbox.queue(now.minus(LATELY));
        return new QueuesView(
                now,
                keepsUp(in.oldest(), now),
                keepsUp(out.oldest(), now),
                new InboxView(
                        in.waiting(),
                        in.customers(),
                        in.oldest(),
                        in.received(),
                        in.forErp(),
                        in.forErpSince(),
                        dead.count()),
                new OutboxView(
                        out.waiting(),
                        out.oldest(),
                        out.retrying(),
                        out.unclear(),
                        out.held(),
                        out.heldSince(),
                        out.sent(),
                        failed.count()));
    }

    private static boolean keepsUp(@Nullable Instant oldest, Instant now) {
        return oldest == null || oldest.plus(KEEPS_UP).isAfter(now);
    }

    /**
     * @param answering whether messages of customers are worked on in time
     * @param sending whether ours go out in time
     */
    record QueuesView(Instant at, boolean answering, boolean sending, InboxView inbox, OutboxView outbox) {}

    /**
     * Messages of customers.
     *
     * @param customers whose they are
     * @param oldest when the one came that has waited longest
     * @param received in the last five minutes
     * @param forErp customers whose call waits until the ERP answers again
     * @param dead that could not be answered
     */
    record InboxView(
            long waiting,
            long customers,
            @Nullable Instant oldest,
            long received,
            long forErp,
            @Nullable Instant forErpSince,
            long dead) {}

    /**
     * Our messages.
     *
     * @param oldest when the time came of the one that has waited longest
     * @param retrying that are tried again later
     * @param unclear of which a status decides whether they were sent
     * @param held for their template at Meta
     * @param sent in the last five minutes
     * @param failed that nobody has seen to
     */
    record OutboxView(
            long waiting,
            @Nullable Instant oldest,
            long retrying,
            long unclear,
            long held,
            @Nullable Instant heldSince,
            long sent,
            long failed) {}
}
