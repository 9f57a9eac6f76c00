package io.waybill.far;

import java.time.Instant;

/** Wall-clock microseconds, the one clock that processes of one machine share. */
public final class Micros {
    private Micros() {}

    public static long now() {
        var now = Instant.now();
        return now.getEpochSecond() * 1_000_000L + now.getNano() / 1_000;
    }
}
