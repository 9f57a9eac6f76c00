package io.waybill.template;

import io.waybill.whatsapp.MetaTemplate;
import org.jspecify.annotations.Nullable;

/**
 * A template in one language, with what Meta thinks of it.
 *
 * @param status in Meta's words, or {@link #NOT_SUBMITTED}
 * @param reason why Meta rejected or paused it
 */
public record KnownTemplate(
        MetaTemplate text, String status, @Nullable String reason) {

    /** It stands in {@code templates/} and Meta has not been asked yet. */
    static final String NOT_SUBMITTED = "NOT_SUBMITTED";

    static final String APPROVED = "APPROVED";

    /** Only then Meta sends it. */
    public boolean approved() {
        return status.equals(APPROVED);
    }

    /** What Meta says of one that is not {@link #approved}, as sentences for people. */
    public String refusal() {
        return "Meta has not approved the template %s: it is %s.%s"
                .formatted(label(), status, reason == null ? "" : " Meta says: %s".formatted(reason));
    }

    /** What people call it. */
    public String label() {
        return label(text.name(), text.language());
    }

    static String label(String name, String language) {
        return name + "." + language;
    }
}
