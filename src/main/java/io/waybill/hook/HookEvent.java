package io.waybill.hook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as receivers are told of it.
 *
 * @param id the same in each attempt; published again under the same id it is no new event
 * @param subject what it is about, such as the ERP's id of an order: events of one subject come to a receiver in order
 * @param contactId the customer it is about
 * @param phoneNumberId our number it happened on; null: on none
 * @param data a JSON object as text
 */
public record HookEvent(
        String id,
        HookEventType type,
        String subject,
        @Nullable Long contactId,
        @Nullable String phoneNumberId,
        Instant occurredAt,
        String data) {

    /** One with an id of its own. */
    public static HookEvent of(
            HookEventType type,
            String subject,
            @Nullable Long contactId,
            @Nullable String phoneNumberId,
            Instant occurredAt,
            String data) {
        return new HookEvent(newId(), type, subject, contactId, phoneNumberId, occurredAt, data);
    }

    static String newId() {
        return "evt_" + UUID.randomUUID().toString().replace("-", "");
    }
}
