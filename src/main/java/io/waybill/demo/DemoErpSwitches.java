package io.waybill.demo;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Makes the demo ERP slow or faulty; forgotten on restart. */
public final class DemoErpSwitches {

    /** Longer than any response time-out one would set, short enough to give its thread back. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile DemoFailure failure = DemoFailure.NONE;
    private volatile int latencyMillis;

    public DemoFailure failure() {
        return failure;
    }

    public int latencyMillis() {
        return latencyMillis;
    }

    /** Sets how the next calls fail and lets go of those that are being held. */
    public void fail(DemoFailure how) {
        lock.lock();
        try {
            failure = how;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Sets how long each call takes at least, from 0 to 60,000 ms. */
    public void delay(int millis) {
        latencyMillis = Math.clamp(millis, 0, 60_000);
    }

    void waitLatency() throws InterruptedException {
        if (latencyMillis > 0) {
            Thread.sleep(latencyMillis);
        }
    }

    /** Keeps a caller waiting until the switch is turned. */
    void hold() throws InterruptedException {
        long left = LONGEST_HOLD.toNanos();
        lock.lock();
        try {
            while (failure == DemoFailure.TIMEOUT_AFTER && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
