package io.waybill.flow;

import org.jspecify.annotations.Nullable;

/** What a flow was started with: the message, or a product or job it was about. */
public record Start(
        @Nullable String text,
        @Nullable String product,
        @Nullable String job) {

    static final Start NOTHING = new Start(null, null, null);

    static Start by(@Nullable String text) {
        return new Start(text, null, null);
    }
}
