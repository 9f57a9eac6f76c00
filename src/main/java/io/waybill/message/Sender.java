package io.waybill.message;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote to us, as WhatsApp says it; at least one of {@code phone} and {@code userId} is present.
 *
 * @param phone E.164 with plus; absent when the person hides the number (Meta, since 2026)
 * @param userId business-scoped user id, e.g. {@code US.13491208655302741918}
 * @param parentUserId the same person for the parent business portfolio
 * @param name WhatsApp profile name, as typed by the person
 */
public record Sender(
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String parentUserId,
        @Nullable String name) {

    public Sender {
        if (phone == null && userId == null) {
            throw new IllegalArgumentException("A sender needs a phone number or a user id.");
        }
    }
}
