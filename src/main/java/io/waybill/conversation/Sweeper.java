package io.waybill.conversation;

import io.waybill.database.Node;
import io.waybill.inbox.Claim;
import io.waybill.inbox.Inbox;
import io.waybill.outbox.Outbox;
import io.waybill.outbox.OutboxMessage;
import io.waybill.outbox.Sender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Picks up what is not handed over in memory: backlog, writes to be settled, and what dead nodes left.
 *
 * <p>One thread for each node. It waits for at most a second, and is woken when a place gets free while work waits.
 */
final class Sweeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final int CLAIM = 64;
    private static final int REPLIES = 500;
    private static final Duration NODES_EVERY = Duration.ofSeconds(2);

    private final Inbox inbox;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Sender sender;
    private final Conversations conversations;
    private final Node node;
    private final ConversationMeters meters;
    private final Clock clock;
    private final Duration renewEvery;
    private final Duration reconcile;
    private final Thread thread;
    private Instant renewed = Instant.EPOCH;
    private Instant nodesSeen = Instant.EPOCH;
    private Set<Integer> alive = Set.of();
    private volatile boolean closed;

    Sweeper(
            Inbox inbox,
            Ledger ledger,
            Outbox outbox,
            Sender sender,
            Conversations conversations,
            Node node,
            ConversationMeters meters,
            Clock clock,
            Duration lease,
            Duration reconcile) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.outbox = outbox;
        this.sender = sender;
        this.conversations = conversations;
        this.node = node;
        this.meters = meters;
        this.clock = clock;
        this.renewEvery = lease.dividedBy(3);
        this.reconcile = reconcile;
        this.thread = Thread.ofPlatform().name("sweeper").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try {
                sweep();
                conversations.awaitAttention(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException e) {
                log.error("Looking for waiting work failed; next try in a second.", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void sweep() {
        Instant now = clock.instant();
        if (!now.isBefore(nodesSeen.plus(NODES_EVERY))) {
            nodesSeen = now;
            releaseDeadNodes();
            meters.backlog(inbox.oldestWaiting(), outbox.backlog().oldest(), ledger.countUnresolved());
        }
        if (!now.isBefore(renewed.plus(renewEvery))) {
            renewed = now;
            inbox.renew(conversations.leases());
        }
        hand(inbox.claimContacts(ledger.due(now, Math.min(CLAIM, conversations.free()))));
        claimMessages();
        claimReplies();
    }

    private void releaseDeadNodes() {
        Set<Integer> now = node.alive();
        if (!now.containsAll(alive) || alive.isEmpty()) {
            int contacts = inbox.releaseLeasesOfOthersThan(now);
            int replies = outbox.releaseRowsOfOthersThan(now, reconcile);
            if (contacts + replies > 0) {
                log.info("Took over {} contacts and {} replies from a node that is gone.", contacts, replies);
            }
        }
        alive = now;
    }

    private void claimMessages() {
        int wanted = Math.min(CLAIM, conversations.free());
        while (wanted > 0) {
            List<Claim> claims = inbox.claimWaiting(wanted);
            hand(claims);
            if (claims.size() < wanted) {
                conversations.caughtUp();
                return;
            }
            wanted = Math.min(CLAIM, conversations.free());
        }
    }

    private void hand(List<Claim> claims) {
        claims.forEach(conversations::take);
    }

    private void claimReplies() {
        List<OutboxMessage> claimed;
        do {
            claimed = sender.free() > 0 ? outbox.claim(Math.min(REPLIES, sender.free())) : List.of();
            sender.offer(claimed);
        } while (!claimed.isEmpty());
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join(2 * PAUSE_MILLIS);
    }
}
