package io.waybill.conversation;

import io.waybill.database.Node;
import io.waybill.inbox.Claims;
import io.waybill.outbox.NumberLimits;
import io.waybill.outbox.NumberPaces;
import io.waybill.outbox.Outbox;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frees the contacts and replies that a node held when it died, and shares the pace of our numbers among those that live. */
final class Takeover {

    private static final Logger log = LoggerFactory.getLogger(Takeover.class);

    private final Node node;
    private final Claims claims;
    private final Outbox outbox;
    private final NumberLimits numbers;
    private final NumberPaces paces;
    private final Duration reconcile;
    private Set<Integer> alive = Set.of();

    /** @param reconcile how long a status may take to show that a dead node had sent a reply */
    Takeover(Node node, Claims claims, Outbox outbox, NumberLimits numbers, NumberPaces paces, Duration reconcile) {
        this.node = node;
        this.claims = claims;
        this.outbox = outbox;
        this.numbers = numbers;
        this.paces = paces;
        this.reconcile = reconcile;
    }

    /** Reads the large tables only when a node is gone since the last look, and at the first. */
    void look() {
        Set<Integer> now = node.alive();
        if (alive.isEmpty() || !now.containsAll(alive)) {
            int contacts = claims.releaseLeasesOfOthersThan(now);
            int replies = outbox.releaseRowsOfOthersThan(now, reconcile);
            if (contacts + replies > 0) {
                log.info("Took over {} contacts and {} replies from a node that is gone.", contacts, replies);
            }
        }
        paces.look();
        numbers.share(now.size());
        alive = now;
    }
}
