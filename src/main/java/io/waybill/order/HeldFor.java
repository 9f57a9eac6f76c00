package io.waybill.order;

import io.waybill.home.Misconfigured;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.templates}.
 *
 * @param heldFor how long news of an order wait for a template; older ones would tell customers what they know
 */
@ConfigurationProperties("waybill.templates")
record HeldFor(@DefaultValue("24h") Duration heldFor) {

    /** This, when news can wait so long; throws {@link Misconfigured} otherwise. */
    Duration usable() {
        Misconfigured.unless(
                heldFor.isPositive(),
                "waybill.templates.held-for must be longer than nothing, not %s.".formatted(heldFor));
        return heldFor;
    }
}
