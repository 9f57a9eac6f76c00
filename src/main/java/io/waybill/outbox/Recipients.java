package io.waybill.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the outbox has to know of the customers whom it writes to of its own accord. */
public interface Recipients {

    /** These, held until the caller's transaction ends, so that nobody else decides about them meanwhile. */
    List<Known> hold(Collection<Long> contactIds);

    /**
     * @param lastMessageAt when they last wrote; null: never
     * @param language that they are spoken to in; empty where nobody can tell
     */
    record Known(long contactId, @Nullable Instant lastMessageAt, String language) {

        boolean silentSince(Instant time) {
            return lastMessageAt == null || !lastMessageAt.isAfter(time);
        }
    }
}
