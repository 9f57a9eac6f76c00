package io.waybill.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages of one contact, which go one after the other. */
final class Lane {

    /** A place that was missed for longer (the channel was closed) is gone: used late, many would go at once. */
    private static final Duration PLACE_KEPT = Duration.ofSeconds(1);

    private final long contactId;
    private final Deque<OutboxMessage> messages = new ArrayDeque<>();
    private Instant headNotBefore = Instant.MIN;
    private @Nullable Instant placeAt;
    private @Nullable Instant pausesUntil;

    Lane(long contactId) {
        this.contactId = contactId;
    }

    long contactId() {
        return contactId;
    }

    synchronized void add(OutboxMessage message) {
        messages.add(message);
    }

    synchronized OutboxMessage peek() {
        return messages.peek();
    }

    synchronized void poll() {
        messages.poll();
        headNotBefore = Instant.MIN;
    }

    /** The head is done with, and these go where it stood. */
    synchronized void replaceHead(Iterable<OutboxMessage> instead) {
        poll();
        instead.forEach(messages::addFirst);
    }

    /** The head is tried again. */
    synchronized void retryHead(OutboxMessage changed, Instant notBefore) {
        messages.poll();
        messages.addFirst(changed);
        headNotBefore = notBefore;
    }

    /** How long until the head may go at Meta's pace; zero uses up the place that was taken for it. */
    synchronized Duration waitForPlace(Instant now, Pace pace) {
        if (placeAt == null || now.isAfter(placeAt.plus(PLACE_KEPT))) {
            Pace.Place place = pace.take(contactId);
            placeAt = place.taken() ? now.plus(place.after()) : null;
            if (place.after().isPositive()) {
                return place.after();
            }
        } else if (placeAt.isAfter(now)) {
            return Duration.between(now, placeAt);
        }
        placeAt = null;
        return Duration.ZERO;
    }

    synchronized Duration waitOfHead(Instant now) {
        OutboxMessage head = messages.element();
        Instant notBefore = headNotBefore.isAfter(head.notBefore()) ? headNotBefore : head.notBefore();
        return notBefore.isAfter(now) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    synchronized void pausesUntil(Instant time) {
        pausesUntil = time;
    }

    /** When the head goes on; empty while it is being sent. */
    synchronized Optional<Instant> goesOnAt() {
        return Optional.ofNullable(pausesUntil);
    }
}
