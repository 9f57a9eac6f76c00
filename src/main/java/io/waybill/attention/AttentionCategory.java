package io.waybill.attention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One kind of thing that waits for a person. Whoever owns the table is one, as a bean; {@code @Order} says where it stands. */
public interface AttentionCategory {

    /** As it stands in addresses and answers: {@code unassigned-orders}. */
    String name();

    /** What is in it and what to do, as a sentence. */
    String meaning();

    long count(Instant now);

    /** What {@link Place#text} of an item of this category said; empty for what none of them says. */
    Optional<Place> place(String text);

    /**
     * Those that have waited longest first.
     *
     * @param after where the page before ended; null: from the beginning
     */
    List<AttentionItem> items(Instant now, @Nullable Place after, int limit);
}
