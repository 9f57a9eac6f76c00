package io.waybill.hook;

import io.waybill.notice.Notice.Kind;
import io.waybill.notice.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due, each delivery on a thread of its own: one that takes long holds up only its hook and subject. */
final class HookSender implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HookSender.class);

    private final Deliveries deliveries;
    private final DeliveryMarks marks;
    private final HookHttp http;
    private final Failures failures;
    private final Notices notices;
    private final HookBell bell;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    HookSender(
            Deliveries deliveries,
            DeliveryMarks marks,
            HookHttp http,
            Failures failures,
            Notices notices,
            HookBell bell,
            Clock clock) {
        this.deliveries = deliveries;
        this.marks = marks;
        this.http = http;
        this.failures = failures;
        this.notices = notices;
        this.bell = bell;
        this.clock = clock;
    }

    /** Begins to send what is due now; the bell rings when something of it has ended. */
    List<? extends Future<?>> sendDue() {
        return deliveries.claim().stream()
                .map(delivery -> threads.submit(() -> sendSafely(delivery)))
                .toList();
    }

    /** What goes wrong here leaves the delivery taken; it is sent again when the lease has ended. */
    private void sendSafely(Delivery delivery) {
        try {
            send(delivery);
        } catch (RuntimeException e) {
            log.error(
                    "What came of delivery {} could not be noted; it is sent again in {}.",
                    delivery.id(),
                    Deliveries.LEASE,
                    e);
        } finally {
            bell.ring();
        }
    }

    private void send(Delivery delivery) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        HookAnswer answer = http.post(delivery, at);
        long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        switch (answer) {
            case HookAnswer.Answered answered
            when answered.isSuccess() -> delivered(delivery, attempt(at, answered, took));
            case HookAnswer.Answered answered when answered.isGone() -> gone(delivery, attempt(at, answered, took));
            case HookAnswer.Answered answered -> failed(delivery, attempt(at, answered, took));
            case HookAnswer.Unanswered unanswered ->
                failed(delivery, new Attempt(at, null, null, took, unanswered.advice()));
        }
    }

    private static Attempt attempt(Instant at, HookAnswer.Answered answered, long took) {
        return new Attempt(at, answered.status(), answered.beginning(), took, answered.advice());
    }

    private void delivered(Delivery delivery, Attempt attempt) {
        if (marks.delivered(delivery, attempt, clock.instant())) {
            notices.end(Kind.HOOK, subject(delivery));
        }
    }

    private void gone(Delivery delivery, Attempt attempt) {
        marks.giveUp(delivery, attempt, clock.instant());
        marks.switchOff(delivery.hookId(), attempt.advice());
        notices.raise(Kind.HOOK, subject(delivery), "Hook %d: %s".formatted(delivery.hookId(), attempt.advice()), null);
    }

    private void failed(Delivery delivery, Attempt attempt) {
        Instant now = clock.instant();
        if (!failures.isLast(delivery, now)) {
            marks.retry(delivery, attempt, now, failures.next(delivery, now));
            return;
        }
        marks.giveUp(delivery, attempt, now);
        notices.raise(
                Kind.HOOK,
                subject(delivery),
                "Hook %d has not taken an event for three days, which is given up. %s Replay it once the receiver works."
                        .formatted(delivery.hookId(), attempt.advice()),
                null);
    }

    private static String subject(Delivery delivery) {
        return Long.toString(delivery.hookId());
    }

    /** Waits for what is under way, which the HTTP client bounds. */
    @Override
    public void close() {
        threads.close();
    }
}
