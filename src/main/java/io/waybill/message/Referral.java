package io.waybill.message;

import org.jspecify.annotations.Nullable;

/**
 * The advertisement or post that a message was written from, as Meta names it.
 *
 * @param sourceType {@code ad} or {@code post}
 * @param clickId Meta's id of the click, to report an order to the advertisement by
 */
public record Referral(
        @Nullable String sourceType,
        @Nullable String sourceId,
        @Nullable String headline,
        @Nullable String sourceUrl,
        @Nullable String clickId) {}
