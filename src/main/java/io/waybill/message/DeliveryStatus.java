package io.waybill.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one of our messages fares.
 *
 * @param messageId wamid that Graph gave our message
 * @param state as Meta words it, kept when new: sent, delivered, read, played, failed
 * @param callbackData what we sent as {@code biz_opaque_callback_data}
 * @param pricing on one or two of the statuses of a message, never on a failure
 */
public record DeliveryStatus(
        String messageId,
        String state,
        Instant at,
        @Nullable String callbackData,
        List<Problem> problems,
        @Nullable Pricing pricing) {

    /** One that says nothing of a price. */
    public DeliveryStatus(
            String messageId, String state, Instant at, @Nullable String callbackData, List<Problem> problems) {
        this(messageId, state, at, callbackData, problems, null);
    }
}
