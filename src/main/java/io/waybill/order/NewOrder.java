package io.waybill.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order that the ERP has now.
 *
 * @param clientReference what we called it in CREATE_ORDER; null: it was made elsewhere
 * @param status in the ERP's words
 * @param forgottenAt from when on it counts as forgotten unless its chat is opened; null: it has no link to one
 */
public record NewOrder(
        String externalOrderId,
        @Nullable String orderNumber,
        @Nullable String clientReference,
        long contactId,
        Source source,
        String status,
        @Nullable BigDecimal total,
        @Nullable String currency,
        Instant at,
        @Nullable Instant forgottenAt) {

    /** One without a link to a chat. */
    public NewOrder(
            String externalOrderId,
            @Nullable String orderNumber,
            @Nullable String clientReference,
            long contactId,
            Source source,
            String status,
            @Nullable BigDecimal total,
            @Nullable String currency,
            Instant at) {
        this(externalOrderId, orderNumber, clientReference, contactId, source, status, total, currency, at, null);
    }

    /** The same with a link to its chat. */
    public NewOrder forgottenAt(Instant time) {
        return new NewOrder(
                externalOrderId, orderNumber, clientReference, contactId, source, status, total, currency, at, time);
    }

    /** Where it was made. */
    public enum Source {
        WHATSAPP,
        WEBSITE,
        API;

        /** As it stands in the table and in answers. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
