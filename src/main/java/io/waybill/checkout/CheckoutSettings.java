package io.waybill.checkout;

import io.waybill.home.Misconfigured;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.checkout.*}
 *
 * @param forgottenAfter after which an order counts as forgotten when nobody has opened the link to its chat
 * @param remindAfter after which a customer who was asked to confirm is asked once more; zero: never
 */
@ConfigurationProperties("waybill.checkout")
public record CheckoutSettings(
        @DefaultValue("24h") Duration forgottenAfter,
        @DefaultValue("6h") Duration remindAfter) {

    /** These; throws {@link Misconfigured} with the name of the one that is wrong. */
    public CheckoutSettings usable() {
        Misconfigured.unless(
                forgottenAfter.isPositive(),
                "waybill.checkout.forgotten-after must be longer than nothing, not %s.".formatted(forgottenAfter));
        Misconfigured.unless(
                !remindAfter.isNegative(), "waybill.checkout.remind-after must not be negative; 0s never reminds.");
        return this;
    }
}
