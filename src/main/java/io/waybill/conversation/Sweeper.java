package io.waybill.conversation;

import io.waybill.inbox.Claims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Picks up what is not handed over in memory: backlog, writes to be settled, goods to be let go of, and what dead nodes left.
 *
 * <p>One thread for each node. It waits for at most a second, and is woken when a place gets free while work waits.
 */
final class Sweeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Backlog backlog;
    private final Takeover takeover;
    private final BacklogMeters meters;
    private final ReservationReleases releases;
    private final Claims claims;
    private final Conversations conversations;
    private final Clock clock;
    private final Duration renewEvery;
    private final Thread thread = Thread.ofPlatform().name("sweeper").daemon().unstarted(this::run);
    private final CountDownLatch closing = new CountDownLatch(1);
    private Instant renewed = Instant.EPOCH;
    private Instant looked = Instant.EPOCH;

    Sweeper(
            Backlog backlog,
            Takeover takeover,
            BacklogMeters meters,
            ReservationReleases releases,
            Claims claims,
            Conversations conversations,
            Clock clock,
            Duration lease) {
        this.backlog = backlog;
        this.takeover = takeover;
        this.meters = meters;
        this.releases = releases;
        this.claims = claims;
        this.conversations = conversations;
        this.clock = clock;
        this.renewEvery = lease.dividedBy(3);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                try {
                    sweep(clock.instant());
                    conversations.awaitAttention(PAUSE_MILLIS);
                } catch (RuntimeException e) {
                    log.error("Looking for waiting work failed; next try in a second.", e);
                    closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep(Instant now) {
        if (!now.isBefore(looked.plus(LOOK_EVERY))) {
            looked = now;
            takeover.look();
            meters.look();
            releases.look();
        }
        if (!now.isBefore(renewed.plus(renewEvery))) {
            renewed = now;
            claims.renew(conversations.held());
        }
        claims.giveBackLate();
        backlog.take(now);
    }

    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        conversations.behind();
        if (thread.isAlive()) {
            thread.join(2 * PAUSE_MILLIS);
        }
    }
}
