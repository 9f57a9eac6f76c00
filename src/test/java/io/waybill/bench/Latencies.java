package io.waybill.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Every latency of a run in microseconds, kept exactly. */
public final class Latencies {
    private static final int FIRST_CAPACITY = 1 << 14;

    private final AtomicInteger size = new AtomicInteger();
    private long[] micros = new long[FIRST_CAPACITY];

    public synchronized void add(long latencyMicros) {
        int index = size.getAndIncrement();
        if (index == micros.length) {
            micros = Arrays.copyOf(micros, micros.length * 2);
        }
        micros[index] = latencyMicros;
    }

    public int size() {
        return size.get();
    }

    /** The value that this share (0 to 1) of all stay at or under, in milliseconds; NaN when there are none. */
    public synchronized double millis(double share) {
        if (size.get() == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(micros, size.get());
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, rank)] / 1_000.0;
    }
}
