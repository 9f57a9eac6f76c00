package io.waybill.order;

import io.waybill.whatsapp.MetaTemplate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a customer would be told if an order came to a status now.
 *
 * @param template and its language; null: none goes out
 * @param text as the customer reads it, without the footer
 * @param asTemplate whether it goes as a template, since the customer has not written for 24 hours
 * @param reason why nothing goes out now
 */
public record NewsPreview(
        State state,
        @Nullable String template,
        @Nullable String language,
        @Nullable String text,
        boolean asTemplate,
        @Nullable String reason) {

    /** What would become of it. */
    public enum State {
        SENDS,
        /** It waits for its template, and goes once Meta has approved it. */
        WAITS,
        SILENT,
        CANNOT,
        /** The order came to this status before. */
        KNOWN;

        /** As it stands in answers. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static NewsPreview of(Decision decision) {
        return switch (decision) {
            case Decision.Say say -> {
                MetaTemplate template = say.filled().template();
                yield new NewsPreview(
                        State.SENDS,
                        template.name(),
                        template.language(),
                        say.filled().text(),
                        say.asTemplate(),
                        null);
            }
            case Decision.Hold hold -> without(State.WAITS, hold.reason());
            case Decision.Silent silent -> without(State.SILENT, silent.reason());
            case Decision.Drop drop -> without(State.CANNOT, drop.reason());
        };
    }

    static NewsPreview known(OrderNotice notice) {
        return without(
                State.KNOWN,
                notice.reason() == null ? "The customer has been told of this status before." : notice.reason());
    }

    private static NewsPreview without(State state, String reason) {
        return new NewsPreview(state, null, null, null, false, reason);
    }
}
