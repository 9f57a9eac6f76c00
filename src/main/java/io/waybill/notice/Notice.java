package io.waybill.notice;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes on until it is set right.
 *
 * @param subject what it is about, unique within its kind: a template's name and language, a number's id
 * @param sentence what happened and what to do
 * @param link a page of the console, such as {@code /templates/order_shipped}; null: none
 * @param times how often it was raised since {@code since}
 */
public record Notice(
        long id,
        Kind kind,
        String subject,
        String sentence,
        @Nullable String link,
        Instant since,
        Instant lastAt,
        int times) {

    /** What a notice is about. */
    public enum Kind {
        /** Nothing goes out until somebody acts: token, payment method, registration. */
        CHANNEL_STOPPED,
        /** Meta slows the number or the account down. */
        CHANNEL_LIMITED,
        /** What Meta says of the account, the number or its name. */
        ACCOUNT,
        /** A message is held until Meta approves its template, or ended because it did not. */
        TEMPLATE_NOT_APPROVED,
        /** Messages that are written already wait for their template at Meta. */
        TEMPLATE_HOLDS,
        /** A template at Meta is not what its mapping was made for. */
        TEMPLATE_MISMATCH,
        /** Meta refused, paused, disabled or re-categorised a template. */
        TEMPLATE_STATUS,
        /** Single messages that did not reach a customer. */
        UNDELIVERED,
        /** Paid time is over, and its customer could not be asked to renew. */
        SERVICE_OVER,
        /** A receiver of events does not take them. */
        HOOK,
        /** What waits for a person, once a day. */
        DIGEST;

        /** As it stands in answers. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
