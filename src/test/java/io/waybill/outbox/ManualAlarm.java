package io.waybill.outbox;

import io.waybill.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** Rings when the test lets time pass. */
final class ManualAlarm implements Alarm {

    private final SettableClock clock;
    private final Queue<Ring> rings = new PriorityQueue<>(Comparator.comparing(Ring::at));

    ManualAlarm(SettableClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void after(Duration wait, Runnable then) {
        rings.add(new Ring(clock.instant().plus(wait), then));
    }

    synchronized Optional<Instant> next() {
        return Optional.ofNullable(rings.peek()).map(Ring::at);
    }

    /** Lets time pass until the next. */
    synchronized void ring() {
        Ring ring = rings.remove();
        if (ring.at().isAfter(clock.instant())) {
            clock.pass(Duration.between(clock.instant(), ring.at()));
        }
        ring.then().run();
    }

    @Override
    public synchronized void close() {
        rings.clear();
    }

    private record Ring(Instant at, Runnable then) {}
}
