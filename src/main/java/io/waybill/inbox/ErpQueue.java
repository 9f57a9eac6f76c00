package io.waybill.inbox;

import io.waybill.inbox.Claims.Queued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Serves the contacts whose call waits for the ERP to answer: one after the other, in the order in which they were queued, on
 * however many nodes.
 *
 * <p>While the ERP is away the first of them is tried now and then. One that still fails after an hour does not hold up the others any
 * more.
 */
public final class ErpQueue {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration HOLDS_UP_OTHERS = Duration.ofHours(1);

    private final Claims claims;
    private @Nullable Queued tried;
    private @Nullable Queued passed;
    private Duration pause = FIRST_PAUSE;
    private Instant next = Instant.EPOCH;

    public ErpQueue(Claims claims) {
        this.claims = claims;
    }

    /** The contact to be tried now, if it is time. */
    public List<Claim> take(Instant now) {
        if (now.isBefore(next)) {
            return List.of();
        }
        Optional<Queued> first = first();
        if (first.isEmpty()) {
            tried = null;
            moved();
            return List.of();
        }
        Queued head = first.get();
        if (head.held()) {
            return List.of();
        }
        if (head.equals(tried)) {
            stillWaits(head, now);
            return List.of();
        }
        if (tried != null) {
            moved();
        }
        tried = head;
        return claims.claimContacts(List.of(head.contactId()));
    }

    /** Behind the last of those who hold up others, it is the turn of the first of them again. */
    private Optional<Queued> first() {
        Optional<Queued> behind = claims.firstQueued(passed);
        if (behind.isPresent() || passed == null) {
            return behind;
        }
        passed = null;
        return claims.firstQueued(null);
    }

    /** True while a contact that this node took is worked on. */
    public boolean isServing() {
        return tried != null;
    }

    private void stillWaits(Queued head, Instant now) {
        tried = null;
        next = now.plus(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        if (head.at().plus(HOLDS_UP_OTHERS).isBefore(now)) {
            passed = head;
        }
    }

    private void moved() {
        pause = FIRST_PAUSE;
        passed = null;
    }
}
