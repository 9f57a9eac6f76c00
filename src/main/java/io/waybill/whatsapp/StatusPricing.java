package io.waybill.whatsapp;

import io.waybill.message.PhoneNumbers;
import io.waybill.message.Pricing;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the price that a status carries. */
final class StatusPricing {

    private static final String PAID = "regular";
    /** A user id begins with the country. */
    private static final Pattern USER_ID = Pattern.compile("([A-Z]{2})\\..+");

    private StatusPricing() {}

    /** Null where the status says nothing of it. */
    static @Nullable Pricing of(Fields status) {
        Fields pricing = status.in("pricing");
        String category = pricing.filled("category");
        if (category == null) {
            return null;
        }
        String type = pricing.filled("type");
        String known = type == null ? PAID : word(type);
        // Meta means to take "billable" away; the type says the same.
        boolean billable = pricing.node().path("billable").asBoolean(known.equals(PAID));
        return new Pricing(word(category), known, billable, country(status));
    }

    /** Meta writes authentication-international in one place and authentication_international in another. */
    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static String country(Fields status) {
        String phone = status.phone("recipient_id");
        if (phone != null) {
            return PhoneNumbers.country(phone).orElse(Pricing.UNKNOWN);
        }
        String userId = status.filled("recipient_user_id");
        Matcher country = USER_ID.matcher(userId == null ? "" : userId);
        return country.matches() ? country.group(1) : Pricing.UNKNOWN;
    }
}
