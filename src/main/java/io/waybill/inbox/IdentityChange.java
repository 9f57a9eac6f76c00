package io.waybill.inbox;

import io.waybill.message.Content;
import io.waybill.message.Sender;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person is called otherwise from now on.
 *
 * @param key of this change at the number, the same each time Meta tells it
 * @param at when they changed it, by Meta's clock
 * @param before as they were called
 */
public record IdentityChange(
        String phoneNumberId,
        String key,
        Instant at,
        Sender before,
        @Nullable String newPhone,
        @Nullable String newUserId) {

    /** The one that {@code incoming} tells; nearly none does. */
    static Optional<IdentityChange> in(Incoming incoming) {
        return incoming.message().content() instanceof Content.SystemNotice notice
                        && (notice.newPhone() != null || notice.newUserId() != null)
                ? Optional.of(new IdentityChange(
                        incoming.message().phoneNumberId(),
                        incoming.message().id(),
                        incoming.message().sentAt(),
                        incoming.message().sender(),
                        notice.newPhone(),
                        notice.newUserId()))
                : Optional.empty();
    }

    Sighting seenBefore() {
        return new Sighting(phoneNumberId, before);
    }

    Sighting seenFromNowOn() {
        return new Sighting(
                phoneNumberId,
                new Sender(
                        newPhone != null ? newPhone : before.phone(),
                        newUserId != null ? newUserId : before.userId(),
                        before.parentUserId(),
                        before.name()));
    }
}
