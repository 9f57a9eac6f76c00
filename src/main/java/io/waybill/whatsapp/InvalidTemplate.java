package io.waybill.whatsapp;

import org.jspecify.annotations.Nullable;

/** A file in {@code templates/} that Meta would not approve or we cannot read; says which and why. */
public class InvalidTemplate extends RuntimeException {

    /** @param reason a sentence */
    InvalidTemplate(String origin, String reason, @Nullable Throwable cause) {
        super("The template %s cannot be used: %s".formatted(origin, reason), cause);
    }
}
