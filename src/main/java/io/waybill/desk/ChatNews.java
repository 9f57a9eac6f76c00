package io.waybill.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a turn of a conversation has for the people at the desk. */
public sealed interface ChatNews {

    long contactId();

    /**
     * The customer waits for a person from now on, unless they did already.
     *
     * @param flow that led to a person; null: none did now
     * @param reason why; null: as it was
     * @param toldClosed the beginning of the closed hours they are told of in the same turn; null: they are not
     */
    record Waits(
            long contactId,
            Instant at,
            @Nullable String flow,
            @Nullable String reason,
            @Nullable Instant toldClosed) implements ChatNews {}

    /** A person has answered. */
    record Answered(long contactId) implements ChatNews {}

    /** The bot answers: the customer waits for nobody. */
    record Served(long contactId) implements ChatNews {}

    /** An order was made in this flow. */
    record Orders(long contactId, String flow) implements ChatNews {}
}
