package io.waybill.flow;

import java.util.Locale;
import java.util.Optional;

/** Where a flow goes next. */
public sealed interface Target {

    record ToStep(String id) implements Target {}

    /** Starts another flow; the cart goes along. */
    record ToFlow(String id) implements Target {}

    enum Known implements Target {
        DONE,
        CANCEL,
        HUMAN,
        MENU,
        BACK,
        /** As {@code BACK}, but nothing is asked again: the question stands as it did. */
        STAY,
        RETRY,
        PAUSE,
        /** Only after {@code down}: the call is made again when the ERP answers. */
        QUEUE
    }

    /** The target as flows write it; empty when it starts with {@code @} and is none that we know. */
    public static Optional<Target> of(String text) {
        if (!text.startsWith("@")) {
            return Optional.of(new ToStep(text));
        }
        if (text.startsWith("@flow:") && text.length() > "@flow:".length()) {
            return Optional.of(new ToFlow(text.substring("@flow:".length())));
        }
        for (Known known : Known.values()) {
            if (text.substring(1).equals(known.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
