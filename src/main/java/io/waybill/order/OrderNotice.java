package io.waybill.order;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one piece of news of an order.
 *
 * @param waitingFor the template, as name.language, or the event whose mapping does not fit; null: it does not wait
 * @param reason why it was not sent
 */
public record OrderNotice(
        String externalOrderId,
        OrderStatus status,
        long contactId,
        Instant at,
        @Nullable String trackingUrl,
        State state,
        @Nullable String waitingFor,
        @Nullable String reason) {

    /** Where it stands. */
    public enum State {
        /** The outbox has it. */
        SENT,
        HELD,
        /** Nothing is said of such a status. */
        SILENT,
        /** It could not be said of this order. */
        DROPPED,
        /** It waited too long. */
        EXPIRED;

        /** As it stands in the table and in answers. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
