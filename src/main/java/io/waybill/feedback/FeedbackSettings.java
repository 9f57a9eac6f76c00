package io.waybill.feedback;

import io.waybill.home.Misconfigured;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code waybill.feedback}.
 *
 * @param after how long after an order was delivered its customer is asked; null: never, since what is sent costs money
 */
@ConfigurationProperties("waybill.feedback")
record FeedbackSettings(@Nullable Duration after) {

    private static final Duration LONGEST = Duration.ofDays(30);

    /** These; throws {@link Misconfigured} with the name of the one that is wrong. */
    FeedbackSettings usable() {
        Misconfigured.unless(
                after == null || !after.isNegative() && after.compareTo(LONGEST) <= 0,
                "waybill.feedback.after must be from 0s to 30d, or left out: not %s.".formatted(after));
        return this;
    }
}
