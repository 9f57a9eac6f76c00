package io.waybill.outbox;

import java.time.Instant;
import java.util.List;

/** What a customer was to be told and has not been, because it waits for something else than its turn, or cannot be said. */
@FunctionalInterface
public interface Unsaid {

    /** Newest first, and not endless. */
    List<News> to(long contactId);

    /**
     * @param about what it would have told
     * @param why and what to do
     */
    record News(Instant at, String about, String why) {}
}
