package io.waybill.outbox;

import io.waybill.home.Misconfigured;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.templates}.
 *
 * @param heldFor how long a message waits for its template at Meta; an older one would tell customers what they know
 */
@ConfigurationProperties("waybill.templates")
public record HeldFor(@DefaultValue("24h") Duration heldFor) {

    /** This, when messages can wait so long; throws {@link Misconfigured} otherwise. */
    public Duration usable() {
        Misconfigured.unless(
                heldFor.isPositive(),
                "waybill.templates.held-for must be longer than nothing, not %s.".formatted(heldFor));
        return heldFor;
    }
}
