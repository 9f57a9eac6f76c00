package io.waybill.whatsapp;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message goes to: the phone number where we have it, else the business-scoped user id.
 *
 * @param phone E.164 with plus
 */
public record Recipient(@Nullable String phone, @Nullable String userId) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");

    public Recipient {
        // Without plus Meta prepends the country code of our own number, and a stranger gets the message.
        if (phone != null && !E164.matcher(phone).matches()) {
            throw new IllegalArgumentException("A phone number to send to is written as + and digits.");
        }
        if (phone == null && (userId == null || userId.isBlank())) {
            throw new IllegalArgumentException("A recipient needs a phone number or a user id.");
        }
    }
}
