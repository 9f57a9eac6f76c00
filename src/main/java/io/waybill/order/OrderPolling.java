package io.waybill.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Asks the ERP about orders that are not over, where it does not tell by itself: soon after an order changed, then ever more rarely. The
 * rows are the schedule, so that nodes share the work.
 */
class OrderPolling {

    private static final Logger log = LoggerFactory.getLogger(OrderPolling.class);
    private static final int AT_ONCE = 20;
    /** A node that dies while it asks leaves the order to the next one after so long. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

    private final OrderReferences references;
    private final OrderAsking asking;
    private final OrderSettings settings;
    private final Clock clock;

    OrderPolling(OrderReferences references, OrderAsking asking, OrderSettings settings, Clock clock) {
        this.references = references;
        this.asking = asking;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks about all whose time has come. */
    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.SECONDS)
    void poll() {
        if (!asking.isPossible()) {
            return;
        }
        try {
            List<OrderReference> due;
            do {
                Instant now = clock.instant();
                due = references.due(now, now.plus(LEASE), AT_ONCE);
                askTogether(due);
            } while (due.size() == AT_ONCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("Asking the ERP about orders failed; next try in a few seconds.", e);
        }
    }

    private void askTogether(List<OrderReference> due) throws InterruptedException {
        List<Thread> asking = due.stream()
                .map(order -> Thread.ofVirtual().name("order-ask").start(() -> ask(order)))
                .toList();
        for (Thread thread : asking) {
            thread.join();
        }
    }

    private void ask(OrderReference order) {
        try {
            OrderAsking.Answer answer = asking.ask(order.externalOrderId());
            references.askNext(order.id(), clock.instant().plus(pause(order, answer.isOk())), answer.isOk());
            asking.take(answer);
        } catch (RuntimeException e) {
            log.error("Asking the ERP about order {} failed; it is asked again later.", order.externalOrderId(), e);
        }
    }

    /** A quarter of the time since it changed last; longer and longer where nobody answers. */
    private Duration pause(OrderReference order, boolean answered) {
        Duration pause = answered
                ? Duration.between(order.changedAt(), clock.instant()).dividedBy(4)
                : AFTER_TROUBLE.multipliedBy(1L << Math.min(10, references.pollsFailed(order.id())));
        Duration least = pause.compareTo(settings.askAfter()) < 0 ? settings.askAfter() : pause;
        return least.compareTo(settings.askAtMost()) > 0 ? settings.askAtMost() : least;
    }
}
