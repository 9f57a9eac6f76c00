package io.waybill.webhook;

import static io.waybill.home.Misconfigured.unless;

import io.waybill.home.Misconfigured;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of what Meta delivers ({@code waybill.webhooks}).
 *
 * @param atOnce calls that are read and stored at the same time; each takes some 80 KB while it waits, and past that Meta is asked to come
 *     again
 */
@ConfigurationProperties("waybill.webhooks")
record WebhookLimits(@DefaultValue("500") int atOnce) {

    /** These, when something can come in with them; throws {@link Misconfigured} with the name of the one that is wrong. */
    WebhookLimits usable() {
        unless(atOnce > 0, "waybill.webhooks.at-once must be 1 or more, not %d.".formatted(atOnce));
        return this;
    }
}
