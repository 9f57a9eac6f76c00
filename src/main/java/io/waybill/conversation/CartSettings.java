package io.waybill.conversation;

import io.waybill.home.Misconfigured;
import io.waybill.whatsapp.Templates;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.carts}.
 *
 * @param remindAfter how long a customer has been silent when they are reminded of their cart, once; not set: never
 * @param template of {@code templates/}, by which they are outside of the 24 hours; not set: not at all then
 * @param keep how long a cart is kept that nobody comes back to
 */
@ConfigurationProperties("waybill.carts")
record CartSettings(
        @Nullable Duration remindAfter,
        @Nullable String template,
        @DefaultValue("30d") Duration keep) {

    /** These; throws {@link Misconfigured} with the name of the one that is wrong. */
    CartSettings usable(Templates templates) {
        Misconfigured.unless(
                remindAfter == null || remindAfter.compareTo(Duration.ofMinutes(1)) >= 0,
                "waybill.carts.remind-after must be 1m or longer, not %s.".formatted(remindAfter));
        Misconfigured.unless(
                keep.compareTo(Duration.ofHours(1)) >= 0 && (remindAfter == null || remindAfter.compareTo(keep) < 0),
                "waybill.carts.keep must be 1h or longer, and longer than remind-after: not %s.".formatted(keep));
        Misconfigured.unless(
                template == null || fits(templates, template),
                "waybill.carts.template is %s: it must be in templates/ and have no placeholders.".formatted(template));
        return this;
    }

    private static boolean fits(Templates templates, String name) {
        return !templates.texts(name).isEmpty()
                && templates.texts(name).stream()
                        .allMatch(text -> text.placeholders().isEmpty());
    }
}
