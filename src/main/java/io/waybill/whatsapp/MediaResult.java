package io.waybill.whatsapp;

import org.jspecify.annotations.Nullable;

/** How fetching a file from Meta ended. */
public sealed interface MediaResult {

    /**
     * The sink has got all of it.
     *
     * @param sha256 as Graph says; null: it does not
     * @param size as Graph says; null: it does not
     */
    record Fetched(@Nullable String sha256, @Nullable Long size) implements MediaResult {}

    record TooLarge() implements MediaResult {}

    /** @param reason a sentence for an operator */
    record Missing(String reason) implements MediaResult {}
}
