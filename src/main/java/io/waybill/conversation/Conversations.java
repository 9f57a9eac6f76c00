package io.waybill.conversation;

import io.waybill.inbox.Claim;
import io.waybill.inbox.Worker;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Works on claimed contacts, each in a virtual thread of its own and no more than a stated number at once.
 *
 * <p>What is past that number waits in PostgreSQL and is claimed when a place is free.
 */
final class Conversations implements Worker {

    private final int limit;
    private final Consumer<Claim> work;
    private final Map<String, Claim> active = new ConcurrentHashMap<>();
    private final Semaphore attention = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
    private volatile boolean behind;
    private volatile boolean closed;

    /** @param work answers one claim until nothing of the contact waits */
    Conversations(int limit, Consumer<Claim> work) {
        this.limit = limit;
        this.work = work;
    }

    @Override
    public int free() {
        return closed ? 0 : Math.max(0, limit - active.size());
    }

    @Override
    public void take(Claim claim) {
        String key = claim.lease() + '/' + claim.contact().id();
        active.put(key, claim);
        Thread.ofVirtual().name("contact-" + claim.contact().id()).start(() -> {
            try {
                work.accept(claim);
            } finally {
                active.remove(key);
                if (closed) {
                    ended.release();
                }
                // In groups: a claim costs about the same for one contact as for many.
                if (behind && free() >= limit / 4) {
                    attention.release();
                }
            }
        });
    }

    @Override
    public void behind() {
        behind = true;
        attention.release();
    }

    /** Looks again as soon as something that is being worked on is done. */
    void watch() {
        behind = true;
    }

    /** Nothing more than what is being worked on waits, as far as this node knows. */
    void caughtUp() {
        behind = false;
    }

    /** Waits until there is something to claim or {@code millis} have passed. */
    void awaitAttention(long millis) throws InterruptedException {
        if (attention.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            attention.drainPermits();
        }
    }

    /** Claims that are being worked on, in the order of their contacts. */
    List<Claim> held() {
        return active.values().stream()
                .sorted(Comparator.comparingLong(claim -> claim.contact().id()))
                .toList();
    }

    /** Takes nothing more; waits for what is being worked on. */
    void close(long millis) throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!active.isEmpty() && ended.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            ended.drainPermits();
        }
    }
}
