package io.waybill.whatsapp;

import org.jspecify.annotations.Nullable;

/** How one send ended. */
public sealed interface SendResult {

    /**
     * Meta has the message; whether it arrives is told by statuses.
     *
     * @param wamid the message's id from now on
     * @param waId the number Meta really uses, digits without plus; differs from ours in Mexico and Brazil, absent for a user id
     */
    record Accepted(String wamid, @Nullable String waId) implements SendResult {}

    /** Meta refused it, or we do not know. */
    record Failed(SendFailure failure) implements SendResult {}
}
