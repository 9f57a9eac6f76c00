package io.waybill.inbox;

import io.waybill.message.InboundMessage;
import io.waybill.message.Referral;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What led a contact here, and when they came. */
public record Source(Referral referral, Instant at) {

    /** The last one once {@code message} is known too, which nearly always changes nothing. */
    public static @Nullable Source last(@Nullable Source known, InboundMessage message) {
        return message.referral() == null || known != null && message.sentAt().isBefore(known.at())
                ? known
                : new Source(message.referral(), message.sentAt());
    }
}
