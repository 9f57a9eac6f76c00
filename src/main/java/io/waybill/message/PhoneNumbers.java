package io.waybill.message;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds phone numbers in text, to show text to people whom the numbers do not concern, and tells where a number is from. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final String NO_REGION = "ZZ";
    private static final int MOST = 100;
    private static final int SHOWN = 3;

    private PhoneNumbers() {}

    /** {@code text} with only the last digits of each phone number in it, except for {@code own}, which is in E.164. */
    public static String masked(String text, @Nullable String own) {
        PhoneNumber known = own == null ? null : parsed(own);
        String region = known == null ? NO_REGION : UTIL.getRegionCodeForNumber(known);
        StringBuilder masked = new StringBuilder(text);
        for (PhoneNumberMatch match :
                UTIL.findNumbers(text, region == null ? NO_REGION : region, PhoneNumberUtil.Leniency.VALID, MOST)) {
            if (!match.number().equals(known)) {
                mask(masked, match.start(), match.end());
            }
        }
        return masked.toString();
    }

    /** A phone number with only its last digits, for those who may know no more of it. */
    public static String lastDigits(String phone) {
        StringBuilder masked = new StringBuilder(phone);
        mask(masked, 0, phone.length());
        return masked.toString();
    }

    /** Two letters; empty for what is no number of any country. */
    public static Optional<String> country(String phone) {
        PhoneNumber known = parsed(phone);
        return Optional.ofNullable(known == null ? null : UTIL.getRegionCodeForNumber(known))
                .filter(region -> region.matches("[A-Z]{2}"));
    }

    /** Whether people have phone numbers there; {@code region} in two capital letters. */
    public static boolean isCountry(String region) {
        return UTIL.getSupportedRegions().contains(region);
    }

    /**
     * With plus and digits only.
     *
     * @param country that a number without country code is of, in two letters; null: it has to have one
     * @return empty for what nobody can be called by
     */
    public static Optional<String> e164(String written, @Nullable String country) {
        PhoneNumber known = parsed(written, country == null ? NO_REGION : country);
        if (known == null) {
            return Optional.empty();
        }
        // Meta's test numbers belong to nobody.
        boolean international = written.strip().startsWith("+");
        boolean right = international ? UTIL.isPossibleNumber(known) : UTIL.isValidNumber(known);
        return right ? Optional.of(UTIL.format(known, PhoneNumberFormat.E164)) : Optional.empty();
    }

    private static void mask(StringBuilder text, int start, int end) {
        int shown = 0;
        for (int i = end - 1; i >= start; i--) {
            if (Character.isDigit(text.charAt(i)) && ++shown > SHOWN) {
                text.setCharAt(i, '•');
            }
        }
    }

    private static @Nullable PhoneNumber parsed(String phone) {
        return parsed(phone, NO_REGION);
    }

    private static @Nullable PhoneNumber parsed(String phone, String region) {
        try {
            return UTIL.parse(phone, region);
        } catch (NumberParseException e) {
            return null;
        }
    }
}
