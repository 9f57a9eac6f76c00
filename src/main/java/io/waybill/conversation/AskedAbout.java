package io.waybill.conversation;

import io.waybill.flow.World;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows which orders customers were asked to rate. */
public interface AskedAbout {

    /** This order, if it is this contact's and they were asked about it. */
    Optional<World.TappedOrder> order(long contactId, String externalOrderId);

    /**
     * The order that this contact was asked about last, while nothing has been answered to that.
     *
     * @param lastMessageAt when they wrote before; null: never
     */
    Optional<World.TappedOrder> unanswered(long contactId, @Nullable Instant lastMessageAt);
}
