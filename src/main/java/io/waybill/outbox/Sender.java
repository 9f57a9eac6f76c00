package io.waybill.outbox;

import io.waybill.database.GroupCommit;
import io.waybill.whatsapp.CloudApi;
import io.waybill.whatsapp.SendFailure;
import io.waybill.whatsapp.SendResult;
import io.waybill.whatsapp.WireMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Sends what the outbox holds: contacts side by side, the messages of one contact one after the other.
 *
 * <p>A contact whose message has to wait (pace, retry) takes no thread and holds nobody else up.
 */
public final class Sender implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    /**
     * WhatsApp reports a status for all it takes, so a message without one after a wait was most likely not taken, and a reply
     * said twice harms less than one never said. The bound is for a webhook that statuses do not reach.
     */
    private static final int UNCLEAR_TRIES = 6;

    private static final Duration AFTER_ERROR = Duration.ofSeconds(1);

    private static final int ASKED_AT_ONCE = 200;

    private final CloudApi api;
    private final NumberLimits numbers;
    private final HeldTemplates held;
    private final Clock clock;
    private final SenderLimits limits;
    private final OutboxWriter writer;
    /** After a restart all that may have been sent is asked about at once: together, or it would take every connection there is. */
    private final GroupCommit<OutboxMessage, Boolean> open;

    private final Map<Long, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger inMemory = new AtomicInteger();
    private final Semaphore connections;
    private volatile boolean stopped;
    private final Alarm alarm;

    Sender(
            Outbox outbox,
            OutboxWriter writer,
            CloudApi api,
            NumberLimits numbers,
            HeldTemplates held,
            Clock clock,
            Alarm alarm,
            SenderLimits limits) {
        this.writer = writer;
        this.alarm = alarm;
        this.api = api;
        this.numbers = numbers;
        this.held = held;
        this.clock = clock;
        this.limits = limits;
        this.connections = new Semaphore(limits.connections());
        this.open = new GroupCommit<>("outbox-open", limits.inMemory(), ASKED_AT_ONCE, outbox::open);
    }

    /** How many more messages may be taken into memory. */
    public int free() {
        return Math.max(0, limits.inMemory() - inMemory.get());
    }

    /** Takes messages that this node has in its name, in order per contact, and returns at once. */
    public void offer(List<OutboxMessage> messages) {
        for (OutboxMessage message : messages) {
            inMemory.incrementAndGet();
            boolean[] idle = new boolean[1];
            Lane lane = lanes.compute(message.contactId(), (contact, present) -> {
                idle[0] = present == null;
                Lane chosen = present == null ? new Lane(contact) : present;
                chosen.add(message);
                return chosen;
            });
            if (idle[0]) {
                start(lane);
            }
        }
    }

    private void start(Lane lane) {
        Thread.startVirtualThread(() -> run(lane));
    }

    private void startLater(Lane lane, Duration wait) {
        lane.pausesUntil(clock.instant().plus(wait));
        alarm.after(wait, () -> start(lane));
    }

    /** When the next message to this contact goes, as far as this node knows. */
    Optional<Instant> nextTo(long contactId) {
        return Optional.ofNullable(lanes.get(contactId)).flatMap(Lane::goesOnAt);
    }

    private void run(Lane lane) {
        while (true) {
            OutboxMessage message = next(lane);
            if (message == null || stopped) {
                return;
            }
            MDC.put("trace", message.trace());
            try {
                Duration wait = attempt(lane, message);
                if (!wait.isZero()) {
                    startLater(lane, wait);
                    return;
                }
            } catch (RuntimeException e) {
                log.error("Sending message {} failed; it is tried again.", message.callbackData(), e);
                startLater(lane, AFTER_ERROR);
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private OutboxMessage next(Lane lane) {
        OutboxMessage[] head = new OutboxMessage[1];
        lanes.computeIfPresent(lane.contactId(), (contact, present) -> {
            head[0] = present.peek();
            return head[0] == null ? null : present;
        });
        return head[0];
    }

    /** One attempt for the head of the lane; answers how long the lane must wait, zero to go on at once. */
    private Duration attempt(Lane lane, OutboxMessage message) throws InterruptedException {
        Duration due = lane.waitOfHead(clock.instant());
        if (due.isPositive()) {
            return due;
        }
        if (message.ambiguous() && settled(lane, message)) {
            return Duration.ZERO;
        }
        Optional<Mark> waits = message.ambiguous() ? Optional.empty() : held.keepsBack(message);
        if (waits.isPresent()) {
            finish(lane, waits.get());
            return Duration.ZERO;
        }
        ChannelGate gate = numbers.gate(message.phoneNumberId());
        Duration closed = gate.enter();
        if (closed.isPositive()) {
            return closed;
        }
        Duration wait = lane.waitForPlace(clock.instant(), numbers.pace(message.phoneNumberId()));
        if (wait.isPositive()) {
            return wait;
        }
        connections.acquire();
        SendResult result;
        try {
            result = api.send(message.phoneNumberId(), new WireMessage(message.payload()), message.callbackData());
        } finally {
            connections.release();
        }
        return switch (result) {
            case SendResult.Accepted accepted -> {
                gate.open();
                finish(lane, new Mark.Sent(message, accepted.wamid(), clock.instant(), accepted.reachedAs()));
                yield Duration.ZERO;
            }
            case SendResult.Failed failed -> failed(lane, message, failed.failure());
        };
    }

    /** After an ambiguous attempt and its waiting time: a status has come, or too many tries had no known end. */
    private boolean settled(Lane lane, OutboxMessage message) throws InterruptedException {
        if (!open.commit(message)) {
            drop(lane);
            return true;
        }
        if (message.unclear() >= UNCLEAR_TRIES) {
            bury(
                    lane,
                    message,
                    Reason.ours("Sent %d times without an answer from WhatsApp, and no status came."
                            .formatted(message.unclear())));
            return true;
        }
        return false;
    }

    private Duration failed(Lane lane, OutboxMessage message, SendFailure failure) {
        ChannelGate gate = numbers.gate(message.phoneNumberId());
        return switch (failure.kind()) {
            case PERMANENT -> {
                bury(lane, message, Reason.of(failure));
                yield Duration.ZERO;
            }
            case AMBIGUOUS -> {
                OutboxMessage tried = message.triedUnclear();
                Duration wait = limits.reconcile().multipliedBy(1L << (tried.unclear() - 1));
                Instant at = clock.instant().plus(wait);
                finishLater(lane, tried, new Mark.Ambiguous(tried, at, Reason.of(failure)), at);
                yield wait;
            }
            case CONFIGURATION -> {
                gate.stop(failure.advice());
                yield held(message, failure, gate);
            }
            case RETRY -> {
                if (failure.scope() == SendFailure.Scope.NUMBER) {
                    gate.pause(failure.pace(), failure.advice());
                }
                yield retry(lane, message, failure);
            }
            case WAIT -> {
                if (failure.scope() != SendFailure.Scope.NUMBER) {
                    yield retry(lane, message, failure);
                }
                gate.limit(failure.pace(), failure.advice());
                yield held(message, failure, gate);
            }
        };
    }

    private Duration held(OutboxMessage message, SendFailure failure, ChannelGate gate) {
        writer.write(new Mark.Held(message, Reason.of(failure)));
        return gate.closedFor();
    }

    private Duration retry(Lane lane, OutboxMessage message, SendFailure failure) {
        int attempt = message.attempts() + 1;
        if (attempt > failure.retries()) {
            bury(
                    lane,
                    message,
                    new Reason(
                            failure.code(),
                            failure.details(),
                            "Given up after %d attempts: %s".formatted(attempt, failure.advice())));
            return Duration.ZERO;
        }
        Duration wait = failure.pace().after(attempt);
        Instant at = clock.instant().plus(wait);
        finishLater(lane, message.tried(), new Mark.Retry(message, at, Reason.of(failure)), at);
        return wait;
    }

    private void bury(Lane lane, OutboxMessage message, Reason reason) {
        log.warn("Message {} cannot be delivered: {}", message.callbackData(), reason.advice());
        Mark.Dead dead = new Mark.Dead(message, reason);
        if (FollowUps.canFollow(reason.code())) {
            List<OutboxMessage> instead = writer.bury(dead);
            inMemory.addAndGet(instead.size() - 1);
            lane.replaceHead(instead);
        } else {
            finish(lane, dead);
        }
    }

    /** The head is done with: the next message of the contact may go. */
    private void finish(Lane lane, Mark mark) {
        drop(lane);
        writer.write(mark);
    }

    private void finishLater(Lane lane, OutboxMessage changed, Mark mark, Instant at) {
        lane.retryHead(changed, at);
        writer.write(mark);
    }

    private void drop(Lane lane) {
        lane.poll();
        inMemory.decrementAndGet();
    }

    /**
     * Nothing more goes out; returns when what is under way has ended, or {@code patience} is over. What has not gone is in the outbox,
     * for the next start or another node.
     */
    void stop(Duration patience) {
        stopped = true;
        try {
            connections.tryAcquire(limits.connections(), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        alarm.close();
        open.close();
    }
}
