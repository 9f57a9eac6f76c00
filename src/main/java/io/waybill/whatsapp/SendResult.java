package io.waybill.whatsapp;

import org.jspecify.annotations.Nullable;

/** How one send ended. */
public sealed interface SendResult {

    /**
     * Meta has the message; whether it arrives is told by statuses.
     *
     * @param wamid the message's id from now on
     * @param reachedAs the number Meta really uses, with plus, where it is another than the one sent to: in Mexico and Brazil
     */
    record Accepted(String wamid, @Nullable String reachedAs) implements SendResult {}

    /** Meta refused it, or we do not know. */
    record Failed(SendFailure failure) implements SendResult {}
}
