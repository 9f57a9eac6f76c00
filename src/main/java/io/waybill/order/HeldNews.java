package io.waybill.order;

import io.waybill.order.OrderNews.News;
import io.waybill.order.OrderNotice.State;
import io.waybill.outbox.Posting;
import io.waybill.template.TemplatesChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the news that waited for a template once it can go, and gives up what has waited too long. */
class HeldNews {

    private static final Logger log = LoggerFactory.getLogger(HeldNews.class);
    private static final int AT_ONCE = 1_000;

    private final OrderNotices kept;
    private final OrderNews news;
    private final OrderBook orders;
    private final Posting posting;
    private final TransactionTemplate transaction;
    private final Duration heldFor;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    HeldNews(
            OrderNotices kept,
            OrderNews news,
            OrderBook orders,
            Posting posting,
            TransactionTemplate transaction,
            Duration heldFor,
            Clock clock) {
        this.kept = kept;
        this.news = news;
        this.orders = orders;
        this.posting = posting;
        this.transaction = transaction;
        this.heldFor = heldFor;
        this.clock = clock;
    }

    @EventListener(TemplatesChanged.class)
    void templatesChanged() {
        Thread.ofVirtual().name("held-news").start(this::look);
    }

    /** Another node may have heard of the change, and time passes. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        one.lock();
        try {
            for (String waitedFor : kept.waitedFor()) {
                kept.held(waitedFor, AT_ONCE).forEach(this::tryOne);
                news.endNotice(waitedFor);
            }
        } catch (RuntimeException e) {
            log.error("Looking at the news that wait for a template failed; next try in a minute.", e);
        } finally {
            one.unlock();
        }
    }

    /** One that cannot be said holds no other up. */
    private void tryOne(OrderNotice held) {
        try {
            look(held);
        } catch (RuntimeException e) {
            log.error(
                    "The news that order {} is {} could not be sent; next try in a minute.",
                    held.externalOrderId(),
                    held.status().key(),
                    e);
        }
    }

    private void look(OrderNotice held) {
        Instant end = held.at().plus(heldFor);
        Optional<ChatOrder> order = orders.find(held.externalOrderId());
        if (!clock.instant().isBefore(end) || order.isEmpty()) {
            give(held, State.EXPIRED, "It waited longer than waybill.templates.held-for. " + held.reason());
            return;
        }
        News now = news.prepare(order.get(), held.status(), held.trackingUrl());
        OrderNotice notice = now.notice();
        switch (notice.state()) {
            case SENT -> send(held, now);
            case HELD -> stillWaits(held, now);
            default -> give(held, notice.state(), String.valueOf(notice.reason()));
        }
    }

    private void send(OrderNotice held, News now) {
        transaction.executeWithoutResult(tx -> {
            if (kept.end(held, State.SENT, null)) {
                posting.add(now.drafts());
            }
        });
    }

    private void stillWaits(OrderNotice held, News now) {
        String waitingFor = Objects.requireNonNull(now.notice().waitingFor());
        if (!waitingFor.equals(held.waitingFor())) {
            kept.waitsFor(held, waitingFor, String.valueOf(now.notice().reason()));
            news.noticed(now);
        }
    }

    private void give(OrderNotice held, State state, String reason) {
        if (kept.end(held, state, reason) && state != State.SILENT) {
            news.lost(new OrderNotice(
                    held.externalOrderId(),
                    held.status(),
                    held.contactId(),
                    held.at(),
                    held.trackingUrl(),
                    state,
                    null,
                    reason));
        }
    }
}
