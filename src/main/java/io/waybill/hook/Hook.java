package io.waybill.hook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address of others, and what is sent there.
 *
 * @param eventTypes keys of {@link HookEventType}
 * @param phoneNumberId of this number of ours only; null: of all
 * @param offBecause why it was switched off, when nobody did so
 * @param failures attempts in a row that failed
 * @param pausedUntil it rests until then
 */
record Hook(
        long id,
        String url,
        List<String> eventTypes,
        @Nullable String phoneNumberId,
        boolean enabled,
        @Nullable String offBecause,
        int failures,
        @Nullable Instant pausedUntil,
        String createdBy,
        Instant createdAt) {

    boolean resting(Instant now) {
        return pausedUntil != null && pausedUntil.isAfter(now);
    }
}
